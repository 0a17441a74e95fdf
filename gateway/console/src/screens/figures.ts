import { askView } from '../api/client';
import { allRows, counted, type Counted, type Page, type Row } from '../kit/rows';
import { clocks, type When } from '../kit/time';

/** The five activities of the plan. */
export const THEMES = [
  'PARTY_SPIRIT_EDUCATION', 'POST_DEDICATION', 'SERVING_TEACHERS_AND_STUDENTS', 'BADGE_OF_EXAMPLE',
  'ORGANIZATIONAL_INNOVATION',
] as const;

/** What is counted of one organisation. */
export interface Line {
  row: Row;
  members: number;
  /** Members reached, by theme. */
  reached: Map<string, number>;
  /** Things done, by figure. */
  figures: Map<string, number>;
  /** Activities held, by theme. */
  held: Map<string, number>;
}

/** Of all organisations, as of a day. */
export interface Figures {
  asOf: string;
  facts: number;
  lines: Line[];
}

/**
 * The figures of all organisations, counted by the service, in the order of their Chinese names. One
 * that has ended stands under its heir, or the one that was above it: what it did stays counted there.
 */
export async function figures(when: When): Promise<Figures> {
  const question = clocks(when);
  const [page, standing, ended, members, reached, done, themes] = await Promise.all([
    askView<Page>('insight/dashboard', { limit: 1, ...question }),
    allRows('insight/dashboard', { sort: 'labelZh', ...question }),
    allRows('insight/ended-organizations', { sort: 'key', ...question }),
    counted('insight/members-reached', 'branch', when),
    counted('insight/members-reached', 'branch,themes', when),
    counted('insight/progress', 'organization,figure', when),
    counted('insight/progress', 'organization,theme', when),
  ]);
  const rows = [...standing, ...ended.map((row) => ({ ...row, parent: row.countedUnder }))];
  const lines = new Map<string, Line>(rows.map((row) =>
    [row.key, { row, members: 0, reached: new Map(), figures: new Map(), held: new Map() }]));
  members.forEach((one) => {
    const line = lines.get(one.branch ?? '');
    if (line) line.members = one.count;
  });
  spread(reached, 'branch', 'themes', lines, (line) => line.reached);
  spread(done, 'organization', 'figure', lines, (line) => line.figures);
  spread(themes, 'organization', 'theme', lines, (line) => line.held);
  return { asOf: page.asOf, facts: page.inboxPosition, lines: [...lines.values()] };
}

function spread(
  all: Counted[], of: string, by: string, lines: Map<string, Line>, into: (line: Line) => Map<string, number>,
): void {
  for (const one of all) {
    const line = lines.get(one[of] as string);
    const what = one[by];
    if (line && typeof what === 'string') into(line).set(what, one.count);
  }
}

/** All of them together. */
export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
/** A count, as people read it. */
export const count = (number: number): string => number.toLocaleString('en');
/** A part of a whole, in percent. */
export const share = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');
/** Whether an organisation has not ended. */
export const stands = ({ row }: Line): boolean => !row.endedOn;
/** Whether members belong to it. */
export const isBranch = ({ row }: Line): boolean => row.type === 'BRANCH' || row.type === 'DIRECT_BRANCH';

/** Where a line stands among the others. */
export interface Placed {
  line: Line;
  depth: number;
  /** The line and all below it. */
  below: Line[];
}

/** Every line under the one above it; one whose organisation above is not shown stands alone. */
export function inOrder(lines: Line[], name: (line: Line) => string, language: string): Placed[] {
  const order = new Intl.Collator('en', { numeric: true });
  const shown = new Set(lines.map((line) => line.row.key));
  // In Chinese they come in order: the service knows 第二 from 第十.
  const sorted = language === 'zh' ? lines : lines.toSorted((one, other) => order.compare(name(one), name(other)));
  const byParent = Map.groupBy(sorted, ({ row }) => (shown.has(String(row.parent)) ? String(row.parent) : ''));
  const placed: Placed[] = [];
  const walk = (parent: string, depth: number): Line[] =>
    (byParent.get(parent) ?? []).flatMap((line) => {
      const at: Placed = { line, depth, below: [] };
      placed.push(at);
      at.below = [line, ...walk(line.row.key, depth + 1)];
      return at.below;
    });
  walk('', 0);
  return placed;
}
