// @ts-expect-error It brings no types.
import S3rver from '@20minutes/s3rver';

const [directory, port, bucket] = process.argv.slice(2);
await new S3rver({
  ...{ directory, port: Number(port), address: '127.0.0.1', silent: true, vhostBuckets: false },
  configureBuckets: [{ name: bucket, configs: [] }],
}).run();
process.stdout.write('listening\n');
