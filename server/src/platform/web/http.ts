import { AppError } from '@nghisu/shared/platform/errors.ts';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import helmet from 'helmet';
import { isOwnRequest } from './origins.ts';
import { languageOf, type ProblemWriter } from './problems.ts';

export type HttpParts = {
  readonly problems: ProblemWriter;
  readonly allowedOrigins: ReadonlySet<string>;
  /** The site is served over TLS: browsers are told to keep to it. */
  readonly secure: boolean;
  readonly trustProxy: boolean;
  readonly routers: readonly Router[];
  /** Folder of the built client, or null where another server has it. */
  readonly clientFolder: string | null;
};

/** The reader's language: the header that the client sends, else Vietnamese. */
export const requestLanguage = (request: Request) => languageOf(request.headers['accept-language']);

const isStateChanging = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Express with its guards: headers, origin of state-changing requests, problems, and the client's files. */
export function createHttp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy ? 1 : false);
  // `?id=1&id=2` stays a plain string pair for zod to judge.
  app.set('query parser', 'simple');
  app.use(securityHeaders(parts.secure));
  app.use((request, _response, next) => {
    if (isStateChanging(request.method) && !isOwnRequest(request, parts.allowedOrigins)) {
      throw new AppError('not_found', 'platform.foreignOrigin');
    }
    next();
  });
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    compression({
      filter: (request, response) =>
        !request.path.startsWith('/api/papers/') && compression.filter(request, response),
    }),
  );
  for (const router of parts.routers) app.use(router);
  app.use('/api', () => {
    throw new AppError('not_found');
  });
  if (parts.clientFolder !== null) app.use(...clientFiles(parts.clientFolder));
  app.use(problemAnswers(parts.problems));
  return app;
}

/** One way in over HTTP: a method, in lower case, and a path as Express writes it. */
export type Route = { readonly method: string; readonly path: string };

/** Every route that the routers serve, so that the table of who may what can be compared with what there is. */
export function routesOf(app: Express): Route[] {
  const routesIn = (stack: Express['router']['stack']): Route[] =>
    stack.flatMap(({ route, handle }) => {
      if (!route) return 'stack' in handle ? routesIn(handle.stack as typeof stack) : [];
      return route.stack.map(({ method }) => ({ method, path: route.path }));
    });
  const routes = routesIn(app.router.stack).map(({ method, path }) => JSON.stringify({ method, path }));
  return [...new Set(routes)].map(route => JSON.parse(route) as Route);
}

/** JSON bodies, small: papers have their own door. */
export const jsonBody: RequestHandler = express.json({ limit: '64kb', strict: true });

function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Svelte and pdf.js place elements by style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}

/** The built client: hashed files are kept for ever, the page itself is asked for each time. */
function clientFiles(folder: string): [RequestHandler, RequestHandler] {
  const files = express.static(folder, {
    index: false,
    setHeaders: (response, path) => {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next(new AppError('not_found'));
    if (/\.\w{1,8}$/.test(request.path)) return next(new AppError('not_found'));
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: folder });
  };
  return [files, page];
}

/** What body parsers and the router throw, as the errors that people are told. */
function asProblem(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const status = 'status' in error ? Number(error.status) : 500;
  if (status === 404) return new AppError('not_found');
  if (status === 413) return new AppError('too_large');
  // A body that is no JSON, in an unknown encoding, cut off; a path that cannot be decoded.
  const isSenders = (status >= 400 && status < 500) || error instanceof URIError;
  return isSenders ? new AppError('invalid') : error;
}

function problemAnswers(problems: ProblemWriter): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problems.of(asProblem(error), requestLanguage(request));
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}
