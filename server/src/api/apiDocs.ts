import { Router } from 'express';
import type { Operation } from './openapi.ts';
import { openApiDocument } from './openapi.ts';

type Schema = Record<string, unknown>;
type Described = {
  summary: string;
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

const code = (value: unknown): string => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;

/** Alternatives of a long union fold one by one, each under the constant that names it. */
function schemaHtml(schema: Schema): string {
  const alternatives = schema.anyOf as Schema[] | undefined;
  if (!alternatives) return code(schema);
  return alternatives
    .map(one => `<details><summary>${escapeHtml(nameOf(one))}</summary>${code(one)}</details>`)
    .join('');
}

function nameOf(schema: Schema): string {
  const properties = (schema.properties ?? {}) as Record<string, { const?: string }>;
  return (
    properties.name?.const ?? properties.kind?.const ?? properties.op?.const ?? String(schema.type ?? 'value')
  );
}

function operationHtml(method: string, path: string, operation: Described): string {
  const parameters = (operation.parameters ?? []).map(
    one =>
      `<li><code>${escapeHtml(one.name)}</code> (${one.in}${one.required ? ', required' : ''}) ${code(one.schema)}</li>`,
  );
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<h4>Body <code>${escapeHtml(type)}</code></h4>${schemaHtml(schema)}`,
  );
  const answers = Object.entries(operation.responses).map(([status, answer]) => {
    const schemas = Object.values(answer.content ?? {}).map(({ schema }) => schemaHtml(schema));
    return `<h4>${escapeHtml(status)} ${escapeHtml(answer.description)}</h4>${schemas.join('')}`;
  });
  return `<details class="operation"><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary)}</summary>
    ${parameters.length > 0 ? `<h4>Parameters</h4><ul>${parameters.join('')}</ul>` : ''}${bodies.join('')}${answers.join('')}</details>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c1a17;background:#fbf9f4}
summary{cursor:pointer;padding:.4rem 0}.operation{border-top:1px solid #d8d2c4}pre{overflow:auto;background:#f1ede3;padding:.75rem}b{color:#26377d}`;

function page(document: {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Described>>;
}): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(method, path, operation)),
  );
  const { title, version, description } = document.info;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} API</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)} ${escapeHtml(version)}</h1>
<p>${escapeHtml(description)}</p><p><a href="/api/openapi.json">OpenAPI document</a></p>${operations.join('')}</main></body></html>`;
}

/** The outside contract, as a document and as a page to browse. */
export function apiDocsRoutes(operations: readonly Operation[], version: string): Router {
  const document = openApiDocument(operations, version);
  const html = page(document as Parameters<typeof page>[0]);
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => void response.json(document));
  router.get('/api/docs', (_request, response) => void response.type('html').send(html));
  return router;
}
