import { answered, csrfToken } from './client';
import { sha256 } from './hash';
import { Unreachable } from './problem';

/** What a service says of a document that it stored. */
export interface Stored {
  digest: string;
  type: string;
  bytes: number;
}

// One after the other: a service takes one of each person at a time.
let before: Promise<unknown> = Promise.resolve();

/**
 * Stores a file in a service.
 *
 * @param sent is told how much of it has gone out, from 0 to 1
 */
export function store(service: string, file: File, sent: (share: number) => void): Promise<Stored> {
  const mine = before.then(() => put(`/api/${service}/documents`, file, sent));
  before = mine.catch(() => undefined); // whoever waits for it is told; the next one goes on
  return mine;
}

/** By XMLHttpRequest, for fetch does not tell how much has gone out. */
async function put(url: string, file: File, sent: (share: number) => void): Promise<Stored> {
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-xsrf-token', csrfToken());
    request.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status, statusText: request.statusText }));
    request.onerror = () => reject(new Unreachable(url));
    request.send(file);
  });
  return answered<Stored>(response);
}

/** The address of a document, as of the clocks of the row that names it. */
export function addressOf(service: string, digest: string, clocks: Record<string, string>): string {
  const search = new URLSearchParams(clocks).toString();
  return `/api/${service}/documents/${digest}${search && `?${search}`}`;
}

/** Whether these bytes have this SHA-256, computed here. */
export const fits = async (bytes: Blob, digest: string): Promise<boolean> =>
  (await sha256(await bytes.arrayBuffer())) === digest;
