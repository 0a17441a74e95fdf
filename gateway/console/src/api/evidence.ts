import { ask, askView } from './client';
import { saidIn } from './canonical';
import { sha256 } from './hash';

/** An entry of a log, as its service tells it. */
export interface Entry {
  position: number;
  id: string;
  type: string;
  effectiveAt: string;
  recordedAt: string;
  /** SHA-256 of a zero byte and the canonical bytes, in hexadecimal. */
  leaf: string;
  /** The canonical bytes in base64; null where the reader may not see them. */
  bytes: string | null;
}

/** Entries of one log, and the links of the chain from the first of them to the head. */
export interface LogPart {
  service: string;
  identity: string;
  head: { position: number; hash: string };
  /** The hash before the first of the transactions. */
  previous: string;
  /** Position of the first event, and the leaves of all. */
  transactions: { position: number; leaves: string[] }[];
  entries: Entry[];
}

/** What a row rests on, with all that is needed to compute it again elsewhere and later. */
export interface Evidence {
  format: typeof FORMAT;
  /** {@code service/view}. */
  view: string;
  key: string;
  asOf: string;
  knownAt: string;
  position: number;
  inboxPosition: number;
  logs: LogPart[];
}

/** Where a fact lies. */
export interface Place {
  source: string;
  position: number;
}

/** The facts of a row. */
export interface RowFacts {
  asOf: string;
  knownAt: string;
  position: number;
  inboxPosition: number;
  facts: Place[];
}

/** Of which kind a difference is: what was hashed, what is said of it, its place in the chain, or the head. */
export type Difference = 'bytesDiffer' | 'saidDiffers' | 'chainDiffers' | 'headDiffers';

/** What came of computing one log again: all that differs, and at which position. */
export interface Computed {
  service: string;
  head: number;
  /** How many leaves were hashed into the head. */
  leaves: number;
  wrong: { position: number; what: Difference }[];
}

const FORMAT = 'zhengyou.evidence.v1';
const AT_ONCE = 100;

/** Of which facts a row is made. */
export const factsOf = (view: string, key: string, clocks: Record<string, string>): Promise<RowFacts> => {
  const [service = '', name = ''] = view.split('/');
  return askView<RowFacts>(`${service}/log/facts`, { view: name, key, ...clocks });
};

/** The entries of a log at these positions. */
export async function entriesOf(service: string, positions: number[]): Promise<{ identity: string; entries: Entry[] }> {
  const sorted = [...new Set(positions)].toSorted((one, other) => one - other);
  const entries: Entry[] = [];
  let identity = '';
  for (let i = 0; i < sorted.length; i += AT_ONCE) {
    const some = await ask<{ identity: string; entries: Entry[] }>(`${service}/log/entries`, {
      position: sorted.slice(i, i + AT_ONCE).map(String),
    });
    identity = some.identity;
    entries.push(...some.entries);
  }
  return { identity, entries };
}

interface ChainPart {
  previous: string;
  transactions: { position: number; leaves: string[] }[];
}

/**
 * The links of the chain from the first of these entries to the head as it is told now.
 *
 * @param read is told how many leaves have come, and of how many
 */
export async function chained(
  service: string, { identity, entries }: { identity: string; entries: Entry[] }, read: (done: number, of: number) => void,
): Promise<LogPart> {
  const { log: head } = await ask<{ log: LogPart['head'] }>(`${service}/heads`);
  const part: LogPart = { service, identity, head: { position: head.position, hash: head.hash }, previous: '', transactions: [], entries };
  const first = entries[0]?.position ?? head.position;
  let next = first;
  while (next <= head.position) {
    const more: ChainPart = await ask<ChainPart>(`${service}/log/chain`, { position: next });
    part.previous ||= more.previous;
    const known = more.transactions.filter(({ position }) => position <= head.position);
    part.transactions.push(...known.map(({ position, leaves }) => ({ position, leaves })));
    const last = more.transactions.at(-1);
    if (!last || last.position + last.leaves.length <= next) break; // what is missing is found when it is computed
    next = last.position + last.leaves.length;
    read(Math.min(next - first, head.position - first + 1), head.position - first + 1);
  }
  return part;
}

/** Puts together what can be saved and computed again. */
export const evidence = (view: string, key: string, facts: RowFacts, logs: LogPart[]): Evidence => ({
  format: FORMAT, view, key, asOf: facts.asOf, knownAt: facts.knownAt, position: facts.position, inboxPosition: facts.inboxPosition, logs,
});

/** Reads what was saved; null if it is something else. */
export function saved(text: string): Evidence | null {
  try {
    const value = JSON.parse(text) as Partial<Evidence> | null;
    return value?.format === FORMAT && Array.isArray(value.logs) && value.logs.every(isPart) ? (value as Evidence) : null;
  } catch {
    return null; // it is no JSON, and so none of these files: whoever chose it is told
  }
}

const isPart = (part: Partial<LogPart>): boolean =>
  typeof part.service === 'string' && typeof part.previous === 'string' && typeof part.head?.hash === 'string'
  && Array.isArray(part.entries) && Array.isArray(part.transactions) && part.transactions.every(({ leaves }) => Array.isArray(leaves));

/** Computes a log again from its entries to its head; trusts nothing that it is told but the head. */
export async function computed(part: LogPart): Promise<Computed> {
  const wrong: Computed['wrong'] = [];
  const places = new Set(part.entries.map(({ position }) => position));
  const leaves = new Map<number, string>();
  let hash = part.previous;
  let next = part.transactions[0]?.position ?? 0;
  let count = 0;
  let reached: string | null = null;
  for (const transaction of part.transactions) {
    if (transaction.position !== next) wrong.push({ position: next, what: 'chainDiffers' });
    transaction.leaves.forEach((leaf, i) => {
      if (places.has(transaction.position + i)) leaves.set(transaction.position + i, leaf);
    });
    hash = await sha256(bytesOf(hash + transaction.leaves.join('')));
    count += transaction.leaves.length;
    next = transaction.position + transaction.leaves.length;
    if (next - 1 === part.head.position) reached = hash;
  }
  if (reached !== part.head.hash) wrong.push({ position: part.head.position, what: 'headDiffers' });
  for (const entry of part.entries) {
    const what = await difference(entry, leaves.get(entry.position));
    if (what) wrong.push({ position: entry.position, what });
  }
  return { service: part.service, head: part.head.position, leaves: count, wrong };
}

async function difference(entry: Entry, leaf: string | undefined): Promise<Difference | null> {
  if (entry.bytes !== null) {
    const bytes = fromBase64(entry.bytes);
    if (!bytes || (await leafOf(bytes)) !== entry.leaf) return 'bytesDiffer';
    if (!isSaid(entry, bytes)) return 'saidDiffers';
  }
  return leaf === entry.leaf ? null : 'chainDiffers';
}

/** The leaf of an entry, as in RFC 6962. */
function leafOf(bytes: Uint8Array): Promise<string> {
  const whole = new Uint8Array(1 + bytes.length);
  whole.set(bytes, 1);
  return sha256(whole);
}

/** Whether what is shown of an entry is what was hashed. */
function isSaid(entry: Entry, bytes: Uint8Array): boolean {
  const said = saidIn(bytes);
  return said !== null && said.position === entry.position && said.id === entry.id && said.type === entry.type
    && said.recordedAt === Date.parse(entry.recordedAt) && Number(said.effectiveAt / 1000n) === Date.parse(entry.effectiveAt);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return null; // no bytes at all: they differ from what was hashed, which is what is said
  }
}

/** The bytes of hexadecimal digits; what is none differs from every hash. */
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
