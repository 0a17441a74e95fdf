import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Group, Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { askView } from '../api/client';
import type { Command, Field, View } from '../api/schema';
import { useWords, type Words } from '../words/language';
import { isForMany } from './about';
import { useCatalog, useMyself } from './catalog';
import { Compare } from './Compare';
import { Export } from './Export';
import { Filters } from './Filters';
import { inOneLanguage } from './names';
import { Failed, Loading } from './Notice';
import { allRows, type Page, type Row } from './rows';
import { clocks, isPast, useAddress, useWhen } from './time';
import { Together } from './Together';
import { isOfMachines, Value } from './Value';

const SHOWN = 50;
const MOST_COLUMNS = 9;
const MOST_PARTS = 4;
const NOTHING: ReadonlyMap<string, Row> = new Map();
/** What stands on the page of a row and is left out of a list, so that what people look for has room. */
const LEFT_OUT: Record<string, string[]> = { 'late-acts': ['authority', 'clauses', 'allowedDays', 'policy', 'provenance'] };

interface Props {
  view: View;
  /** Filters that the reader does not see, {@code field:value}. */
  fixed?: string[];
  /** Fields that need not be shown. */
  without?: string[];
  /** Whether the reader can sort and filter; the question stands in the address then. */
  isAsked?: boolean;
}

/** The rows of a view: sorted, filtered and cut into pages by the service. */
export function Listing({ view, fixed = [], without = [], isAsked = false }: Props) {
  const words = useWords();
  const when = useWhen();
  const [search] = useSearchParams();
  const sort = (isAsked && search.get('sort')) || undefined;
  const filter = [...fixed, ...(isAsked ? search.getAll('filter') : [])];
  const possible = usePossibleActs(view, isAsked && !isPast(when));
  const question = JSON.stringify([filter, when]);
  const [ticked, tick] = useState({ question, rows: NOTHING });
  // What was ticked under another question is not meant any more.
  const chosen = ticked.question === question ? ticked.rows : NOTHING;
  const choose = (rows: ReadonlyMap<string, Row>) => tick({ question, rows });
  const answer = useInfiniteQuery({
    queryKey: ['rows', view.path, filter, sort, when],
    queryFn: ({ pageParam }) => askView<Page>(view.path, { filter, sort, limit: SHOWN, next: pageParam, ...clocks(when) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const rows = answer.data.pages.flatMap((page) => page.rows);
  const total = answer.data.pages[0]?.total ?? rows.length;
  const away = [...without, ...(LEFT_OUT[view.name] ?? [])];
  const shown = readable(view.fields, words).filter(({ name }) => !away.includes(name)).slice(0, MOST_COLUMNS);
  const everyRow = async () =>
    new Map((await allRows(view.path, { filter, ...(sort && { sort }), ...clocks(when) })).map((row) => [row.key, row]));
  return (
    <>
      {isAsked && <Filters view={view} />}
      <p role="status" className="quiet">{rows.length ? words.say('rows', { n: total }) : words.say('empty')}</p>
      {isAsked && rows.length > 0 && <p><Export view={view} fields={shown} filter={filter} sort={sort} /></p>}
      {isAsked && <Compare view={view} fields={shown} filter={filter} />}
      {possible.length > 0 && rows.length > 0 && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => void everyRow().then(choose)}>{words.say('chooseAll', { n: total })}</Button>
          {chosen.size > 0 && <Button size="compact-sm" variant="default" onClick={() => choose(NOTHING)}>{words.say('noneOf')}</Button>}
          <output className="quiet">{words.say('chosenRows', { n: chosen.size })}</output>
        </Group>
      )}
      {rows.length > 0 && (
        <Rows view={view} fields={shown} rows={rows} isAsked={isAsked}
          chosen={possible.length ? chosen : undefined} choose={choose} />
      )}
      {chosen.size > 0 && (
        <Together view={view} fields={shown} rows={[...chosen.values()]} commands={possible}
          done={(keys) => choose(new Map([...chosen].filter(([key]) => !keys.includes(key))))} />
      )}
      {answer.hasNextPage && (
        <Button variant="default" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {words.say('more')}
        </Button>
      )}
    </>
  );
}

/** What the reader may say about the rows of a view; nothing where it cannot be chosen of which. */
function usePossibleActs(view: View, isOffered: boolean): Command[] {
  const { commands } = useCatalog();
  const myself = useMyself();
  if (!isOffered) return [];
  return commands.filter((command) =>
    isForMany(command, view) && myself?.commands.has(`${command.service}/${command.name}`));
}

/** What people can read in a table: the names in one language, what is short, ids only where they have names. */
export function readable(fields: Field[], words: Words): Field[] {
  return inOneLanguage(fields, words)
    .filter((field) => !/digest$/i.test(field.name) && !isOfMachines(field))
    .filter((field) => (field.member ?? field).fields.length <= MOST_PARTS);
}

function Rows({ view, fields, rows, isAsked, chosen, choose }: {
  view: View; fields: Field[]; rows: Row[]; isAsked: boolean;
  /** Those that were ticked; undefined where there is nothing to be said about several. */
  chosen?: ReadonlyMap<string, Row>; choose: (chosen: ReadonlyMap<string, Row>) => void;
}) {
  const words = useWords();
  const address = useAddress();
  const tick = (row: Row, isTicked: boolean) => {
    const others = [...(chosen ?? [])].filter(([key]) => key !== row.key);
    choose(new Map(isTicked ? [...others, [row.key, row]] : others));
  };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.label(view.label)}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            {chosen && <Table.Th scope="col"><span className="unseen">{words.say('pick')}</span></Table.Th>}
            {fields.map((field) => isAsked ? <Sorted key={field.name} field={field} />
              : <Table.Th key={field.name} scope="col">{words.label(field.label)}</Table.Th>)}
            <Table.Th scope="col"><span className="unseen">{words.say('details')}</span></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key} data-key={row.key}>
              {chosen && (
                <Table.Td>
                  <Checkbox aria-label={words.say('pick')} checked={chosen.has(row.key)}
                    onChange={(event) => tick(row, event.currentTarget.checked)} />
                </Table.Td>
              )}
              {fields.map((field) => (
                <Table.Td key={field.name} data-field={field.name}><Value field={field} value={row[field.name]} /></Table.Td>
              ))}
              <Table.Td>
                <Link href={address(`/${view.path}/${encodeURIComponent(row.key)}`)}>{words.say('details')}</Link>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A heading that sorts: up, down, and as the service does by itself. */
function Sorted({ field }: { field: Field }) {
  const words = useWords();
  const [search, turn] = useSearchParams();
  const said = search.get('sort') ?? '';
  const isUp = said === field.name;
  const isDown = said === `-${field.name}`;
  const next = isUp ? `-${field.name}` : isDown ? '' : field.name;
  const sort = () => turn((now) => {
    const changed = new URLSearchParams(now);
    if (next) changed.set('sort', next);
    else changed.delete('sort');
    return changed;
  });
  const name = words.label(field.label);
  if (['record', 'map', 'list'].includes(field.kind)) return <Table.Th scope="col">{name}</Table.Th>;
  return (
    <Table.Th scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <UnstyledButton className="sort" onClick={sort} title={words.say('sortBy', { field: name })}>
        {name}<span aria-hidden>{isUp ? ' ▲' : isDown ? ' ▼' : ''}</span>
      </UnstyledButton>
    </Table.Th>
  );
}
