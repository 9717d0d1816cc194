import { findNginx } from '../../test/programs/programs.ts';
import { type Balancer, startNginx } from './nginx.ts';
import { startOwnBalancer } from './ownBalancer.ts';

/** nginx, as an installation has it; where there is none and none may be installed, one of our own. */
export async function startBalancer(
  folder: string,
  port: number,
  serverPorts: readonly number[],
): Promise<Balancer> {
  const hasNginx = await findNginx().then(
    () => true,
    () => false,
  );
  return hasNginx ? startNginx(folder, port, serverPorts) : startOwnBalancer(port, serverPorts);
}
