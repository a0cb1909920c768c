import { endpoints, Problem, filterNames, problems, type Slice } from '@inlay/sdk/contract';
import * as z from 'zod/mini';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of every slice, made from the contract. */
export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Inlay',
      version: '0.1.0',
      description: 'Permission-scoped statistics of calls, messages, AI and engagement.',
    },
    security: [{ token: [] }],
    paths: Object.fromEntries(
      Object.entries(endpoints).map(([key, slice]) => [slice.path, { get: operation(key, slice) }]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: jsonSchema(Problem) },
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
    ...Object.fromEntries(
      sliceErrors.map((status) => [status, { $ref: '#/components/responses/Problem' }]),
    ),
  },
});

const sliceErrors = [400, 401, 403, 429, 500, 503];

function parameters(slice: Slice): Json[] {
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

const problemResponse = (): Json => ({
  description: `An error; \`code\` is one of ${Object.keys(problems).join(', ')}`,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
