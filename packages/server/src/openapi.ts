import {
  Deleted,
  EmbedToken,
  EmbedTokenRequest,
  embedTokens,
  endpoints,
  filterNames,
  ingest,
  Ingested,
  Problem,
  problems,
  type Slice,
} from '@inlay/sdk/contract';
import { auditReads } from '@inlay/sdk/contract/audit';
import * as z from 'zod/mini';
import { tableNames, tables, type Column, type Table } from './ingest/tables.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of every route, made from the contract and the tables. */
export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Inlay',
      version: '0.1.0',
      description: 'Permission-scoped statistics of calls, messages, AI and engagement.',
    },
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(
        Object.entries(endpoints).map(([key, slice]) => [
          slice.path,
          { get: operation(key, slice) },
        ]),
      ),
      [auditReads.path]: { get: auditOperation() },
      [embedTokens.path]: { post: embedTokenOperation() },
      [`${ingest.path}/{table}`]: {
        post: ingestOperation('ingestRows', 'Add or replace rows by key', 'Row', Ingested),
      },
      [`${ingest.path}/{table}/delete`]: {
        post: ingestOperation('deleteRows', 'Remove rows by key', 'Key', Deleted),
      },
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        serverKey: { type: 'http', scheme: 'bearer', description: 'For backends alone' },
      },
      schemas: { Problem: jsonSchema(Problem), ...tableSchemas() },
      responses: { Problem: problemResponse() },
    },
  };
}

const jsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output' = 'input'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io }) as Json;
  return rest;
};

const operation = (key: string, slice: Slice): Json => ({
  operationId: key,
  summary: slice.name,
  tags: [slice.area],
  parameters: parameters(slice),
  responses: {
    200: {
      description: 'The answer',
      headers: { ETag: { schema: { type: 'string' } } },
      content: { 'application/json': { schema: jsonSchema(slice.answer) } },
    },
    304: { description: 'What `If-None-Match` names still holds' },
    ...errorResponses(sliceErrors),
  },
});

const sliceErrors = [400, 401, 403, 429, 500, 503];

function parameters(slice: Pick<Slice, 'query'>): Json[] {
  const { properties = {}, required = [] } = jsonSchema(slice.query, 'output') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(filterNames.some((filter) => filter === name) && { style: 'form', explode: true }),
  }));
}

const auditErrors = [400, 401, 403, 429, 500, 503];

const auditOperation = (): Json => ({
  operationId: 'auditReads',
  summary: 'Who has read what, newest minute first',
  description: 'For tokens with a role alone.',
  tags: ['audit'],
  parameters: parameters(auditReads),
  responses: {
    200: {
      description: 'A page of it',
      content: { 'application/json': { schema: jsonSchema(auditReads.answer) } },
    },
    ...errorResponses(auditErrors),
  },
});

const embedTokenErrors = [400, 401, 403, 404, 413, 415, 429, 500, 503];

const embedTokenOperation = (): Json => ({
  operationId: 'mintEmbedToken',
  summary: 'A token for a reader, from the backend of a host',
  description: 'There is none (404) on a server without a server key.',
  tags: ['tokens'],
  security: [{ serverKey: [] }],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: jsonSchema(EmbedTokenRequest) } },
  },
  responses: {
    200: {
      description: 'The token',
      content: { 'application/json': { schema: jsonSchema(EmbedToken) } },
    },
    ...errorResponses(embedTokenErrors),
  },
});

const ingestErrors = [400, 401, 403, 404, 409, 413, 415, 429, 500, 503, 507];

const ingestOperation = (
  operationId: string,
  summary: string,
  kind: 'Row' | 'Key',
  answer: z.ZodMiniType,
): Json => ({
  operationId,
  summary,
  description: `All or nothing; needs ${ingest.permission}. At most ${ingest.maxBodyBytes} bytes.`,
  tags: ['ingest'],
  parameters: [{ name: 'table', in: 'path', required: true, schema: { enum: tableNames } }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'array',
          maxItems: ingest.maxRows,
          items: {
            anyOf: tableNames.map((name) => ({ $ref: `#/components/schemas/${kind}.${name}` })),
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'On disk',
      content: { 'application/json': { schema: jsonSchema(answer) } },
    },
    ...errorResponses(ingestErrors),
  },
});

const errorResponses = (statuses: readonly number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]),
  );

/** The rows of every table and their keys; the organization may be left out of both. */
const tableSchemas = (): Json =>
  Object.fromEntries(
    Object.values(tables).flatMap((table) => [
      [`Row.${table.name}`, rowSchema(table.columns)],
      [`Key.${table.name}`, rowSchema(keyColumns(table))],
    ]),
  );

const keyColumns = ({ key, columns }: Table): Column[] =>
  key.flatMap((position) => columns[position] ?? []);

const rowSchema = (columns: readonly Column[]): Json => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    columns.map(({ name, refersTo }) => [
      name,
      refersTo === undefined ? {} : { description: `An id of ${refersTo}` },
    ]),
  ),
  required: columns
    .filter(({ name, isRequired }) => isRequired && name !== 'org_id')
    .map(({ name }) => name),
});

const problemResponse = (): Json => ({
  description: `An error; \`code\` is one of ${Object.keys(problems).join(', ')}`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
