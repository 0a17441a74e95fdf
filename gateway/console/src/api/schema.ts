import { ask } from './client';

/** What people call something. */
export interface Label {
  zh: string;
  en: string;
}

/** Which view explains an id, and by which of its fields people know it. */
export interface Place {
  view: string;
  name: string;
  /** The field of its rows that holds the id; their key if there is none. */
  by?: string;
}

type Kind =
  | 'text' | 'number' | 'truth' | 'date' | 'instant' | 'choice' | 'list' | 'record' | 'map';

/** A field of a command or of a row. */
export interface Field {
  name: string;
  kind: Kind;
  label: Label;
  description: string;
  isRequired: boolean;
  /** The client makes this id. */
  isNew: boolean;
  /** Of the digest of a document: the service that keeps it. */
  keeper?: string;
  places: Place[];
  /** Of a choice. */
  values: Record<string, Label>;
  /** Of a record. */
  fields: Field[];
  /** Of a list or map. */
  member?: Field;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** A command of a service. */
export interface Command {
  service: string;
  name: string;
  label: Label;
  description: string;
  clauses: string[];
  mayLieAhead: boolean;
  /** Whether it can be tried without effect. */
  hasPreview: boolean;
  fields: Field[];
}

/** A view of a service. */
export interface View {
  service: string;
  name: string;
  /** {@code service/view}. */
  path: string;
  label: Label;
  description: string;
  fields: Field[];
}

/** A sheet that a service takes. */
export interface Sheet {
  service: string;
  name: string;
  label: Label;
  description: string;
}

/** Everything the services offer, as their OpenAPI documents say it. */
export interface Catalog {
  commands: Command[];
  views: View[];
  sheets: Sheet[];
  /** Labels of events and of the values of all choices, for texts that hold the name of one. */
  values: Record<string, Label>;
}

/** The services, in the order in which people look for them. */
export const SERVICES = [
  'organizations', 'members', 'activities', 'evaluations', 'commendations', 'insight',
] as const;

interface Schema {
  type?: string | string[];
  $ref?: string;
  anyOf?: Schema[];
  allOf?: Schema[];
  enum?: string[];
  const?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  description?: string;
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  'x-label'?: Label;
  'x-labels'?: Record<string, Label>;
  'x-ref'?: Place[];
  'x-new'?: boolean;
  'x-document'?: boolean;
}

interface Operation {
  summary: string;
  description?: string;
  'x-label'?: Label;
  'x-clauses'?: string[];
  'x-may-lie-ahead'?: boolean;
  parameters?: { name: string }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  paths: Record<string, { get?: Operation; post?: Operation }>;
  components: { schemas: Record<string, Schema> };
  'x-events'?: Record<string, { 'x-label': Label }>;
}

/** Where a schema stands. */
interface Source {
  service: string;
  schemas: Record<string, Schema>;
}

/** Reads the documents of all services. */
export async function catalog(): Promise<Catalog> {
  const documents = await Promise.all(
    SERVICES.map(async (service) =>
      [service, await ask<Document>(`${service}/openapi.json`)] as const));
  const all: Catalog = { commands: [], views: [], sheets: [], values: {} };
  for (const [service, document] of documents) add(all, service, document);
  return all;
}

function add(all: Catalog, service: string, document: Document): void {
  const schemas = document.components.schemas;
  const source = { service, schemas };
  for (const [name, event] of Object.entries(document['x-events'] ?? {})) all.values[name] = event['x-label'];
  for (const schema of Object.values(schemas)) Object.assign(all.values, schema['x-labels']);
  for (const [path, { get, post }] of Object.entries(document.paths)) {
    const [, , first = '', second = ''] = path.split('/');
    if (post && first === 'commands') all.commands.push(command(source, second, post));
    else if (post && first === 'imports')
      all.sheets.push({ service, name: second, label: label(post, second), description: post.description ?? '' });
    else if (get && !second && isView(get)) all.views.push(view(source, first, get));
  }
}

function isView(operation: Operation): boolean {
  return answered(operation)?.properties?.rows !== undefined;
}

function answered(operation: Operation): Schema | undefined {
  return operation.responses['200']?.content?.['application/json']?.schema;
}

function label(operation: Operation, name: string): Label {
  return operation['x-label'] ?? { zh: name, en: name };
}

function command(source: Source, name: string, post: Operation): Command {
  return {
    service: source.service,
    name,
    label: label(post, name),
    description: post.description ?? '',
    clauses: post['x-clauses'] ?? [],
    mayLieAhead: post['x-may-lie-ahead'] ?? false,
    hasPreview: post.parameters?.some((one) => one.name === 'preview') ?? false,
    fields: fieldsOf(post.requestBody?.content['application/json']?.schema ?? {}, source),
  };
}

function view(source: Source, name: string, get: Operation): View {
  const row = answered(get)?.properties?.rows?.items?.allOf?.find((part) => part.$ref) ?? {};
  return {
    service: source.service,
    name,
    path: `${source.service}/${name}`,
    label: label(get, name),
    description: get.description ?? '',
    fields: fieldsOf(row, source),
  };
}

function fieldsOf(schema: Schema, source: Source): Field[] {
  const { properties = {}, required = [] } = resolved(schema, source.schemas);
  return Object.entries(properties).map(([name, one]) =>
    field(name, one, required.includes(name), source));
}

/** What a reference refers to, and what is said beside it. */
function resolved(schema: Schema, schemas: Record<string, Schema>): Schema {
  const { $ref, anyOf, ...said } = schema;
  if (anyOf) {
    const one = anyOf.find((other) => other.type !== 'null') ?? {};
    return { ...resolved(one, schemas), ...said };
  }
  if (!$ref) return schema;
  const name = $ref.slice($ref.lastIndexOf('/') + 1);
  return { ...resolved(schemas[name] ?? {}, schemas), ...said };
}

function field(name: string, schema: Schema, isRequired: boolean, source: Source): Field {
  const whole = resolved(schema, source.schemas);
  const kind = kindOf(whole);
  const member = kind === 'list' ? whole.items
    : kind === 'map' && typeof whole.additionalProperties === 'object' ? whole.additionalProperties
    : undefined;
  return {
    name,
    kind,
    label: schema['x-label'] ?? { zh: '', en: '' },
    description: whole.description ?? '',
    isRequired,
    isNew: schema['x-new'] ?? false,
    ...(schema['x-document'] && { keeper: source.service }),
    places: (whole['x-ref'] ?? []).map((place) => ({ ...place, view: placed(place.view, source) })),
    values: whole['x-labels'] ?? {},
    fields: kind === 'record' ? fieldsOf(whole, source) : [],
    ...(member && { member: field(name, member, true, source) }),
    maxLength: whole.maxLength,
    minimum: whole.minimum,
    maximum: whole.maximum,
  };
}

/** A view that is named without a service is of the service that names it. */
const placed = (view: string, { service }: Source): string => (view.includes('/') ? view : `${service}/${view}`);

function kindOf(schema: Schema): Kind {
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (schema.enum || schema.const) return 'choice';
  if (type === 'array') return 'list';
  if (type === 'object') return schema.properties ? 'record' : 'map';
  if (type === 'boolean') return 'truth';
  if (type === 'integer' || type === 'number') return 'number';
  if (schema.format === 'date') return 'date';
  return schema.format === 'date-time' ? 'instant' : 'text';
}
