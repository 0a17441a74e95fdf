import { Refused, Unreachable, type Problem } from './problem';
import { forget, remember, seen } from './recorded';

/** Parameters of a question; a list stands for one that is repeated. */
export type Query = Record<string, string | number | readonly string[] | undefined>;

/** What became of a command. */
export interface Recorded {
  position: number;
  types: string[];
  repeated: boolean;
}

/** What people add to a command. */
export interface Circumstances {
  /** When the act is true, as a date at the university; empty for now. */
  effectiveOn: string;
  /** On whose behalf it is entered, a member id; empty for oneself. */
  onBehalfOf: string;
  /** SHA-256 of the paper it is entered from; empty if there is none. */
  document: string;
}

/** Reads one resource. */
export async function ask<T>(path: string, query: Query = {}): Promise<T> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') parameters.append(name, String(one));
  const text = parameters.toString();
  return answered<T>(await reach(`/api/${path}${text && `?${text}`}`, {}));
}

/** A question to a view, which has seen what was recorded from here. */
export async function askView<T>(view: string, query: Query = {}): Promise<T> {
  const after = seen();
  if (!after.length) return ask<T>(view, query);
  try {
    return await ask<T>(view, { ...query, after });
  } catch (refused) {
    if (!(refused instanceof Refused) || !refused.names('after')) throw refused;
    forget(); // the log is another one, in which that never was
    return ask<T>(view, query);
  }
}

/** Sends a command; the same key acts once, so that it may be sent again when nothing came back. */
export async function send(
  service: string, command: string, body: unknown, key: string, circumstances: Circumstances,
): Promise<Recorded> {
  const response = await post(`${service}/commands/${command}`, JSON.stringify(body), {
    'content-type': 'application/json', 'idempotency-key': key, ...headers(circumstances),
  });
  const done = await answered<Recorded>(response);
  remember(service, done.position);
  return done;
}

/** What would become of a command; nothing is recorded. */
export async function preview(
  service: string, command: string, body: unknown, circumstances: Circumstances,
): Promise<{ events: unknown[] }> {
  return answered(await post(`${service}/commands/${command}?preview=true`, JSON.stringify(body), {
    'content-type': 'application/json', ...headers(circumstances),
  }));
}

/** Sends a file. */
export async function upload<T>(path: string, file: Blob): Promise<T> {
  return answered<T>(await post(path, file, { 'content-type': 'application/octet-stream' }));
}

function headers({ effectiveOn, onBehalfOf, document }: Circumstances): Record<string, string> {
  return {
    ...(effectiveOn && { 'zhengyou-effective-at': effectiveOn }),
    ...(onBehalfOf && { 'zhengyou-on-behalf-of': onBehalfOf }),
    ...(document && { 'zhengyou-document': document }),
  };
}

function post(path: string, body: BodyInit, more: Record<string, string>): Promise<Response> {
  return reach(`/api/${path}`, {
    method: 'POST', body, headers: { ...more, 'x-xsrf-token': csrfToken() },
  });
}

/** What the gateway expects back with everything that changes something. */
export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (cause) {
    throw new Unreachable(url, { cause });
  }
}

/** Reads what is no JSON. */
export async function read(url: string): Promise<Blob> {
  const response = await reach(url, { headers: { accept: '*/*' } });
  return response.ok ? response.blob() : answered<Blob>(response);
}

/** Whether there is something here for whoever asks. */
export async function exists(url: string): Promise<boolean> {
  return (await reach(url, { method: 'HEAD', headers: { accept: '*/*' } })).ok;
}

/** What a service answered; what it refused is thrown. */
export async function answered<T>(response: Response): Promise<T> {
  if (response.status === 401) {
    location.reload(); // the session has ended: the gateway leads to the sign-in and back here
    return new Promise(() => {});
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  throw new Refused(body === null ? unexplained(response) : (body as Problem));
}

function unexplained({ status, statusText }: Response): Problem {
  return { type: 'about:blank', status, code: String(status), title: statusText };
}
