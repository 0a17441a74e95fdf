import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table, UnstyledButton } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { askView } from '../api/client';
import type { Field, View } from '../api/schema';
import { useWords, type Words } from '../words/language';
import { Compare } from './Compare';
import { Export } from './Export';
import { Filters } from './Filters';
import { Failed, Loading } from './Notice';
import type { Page, Row } from './rows';
import { clocks, useAddress, useWhen } from './time';
import { isOfMachines, Value } from './Value';

const SHOWN = 50;
const MOST_COLUMNS = 9;
const MOST_PARTS = 4;

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
  const shown = columns(view.fields, words).filter((field) => !without.includes(field.name));
  return (
    <>
      {isAsked && <Filters view={view} />}
      <p role="status" className="quiet">{rows.length ? words.say('rows', { n: total }) : words.say('empty')}</p>
      {isAsked && rows.length > 0 && <p><Export view={view} fields={shown} filter={filter} sort={sort} /></p>}
      {isAsked && <Compare view={view} fields={shown} filter={filter} />}
      {rows.length > 0 && <Rows view={view} fields={shown} rows={rows} isAsked={isAsked} />}
      {answer.hasNextPage && (
        <Button variant="default" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {words.say('more')}
        </Button>
      )}
    </>
  );
}

/** What fits into a table: the names in one language, what is short, ids only where they have names. */
export function columns(fields: Field[], { language }: Words): Field[] {
  const other = language === 'zh' ? 'En' : 'Zh';
  const hasBoth = (field: Field) =>
    fields.some((one) => one.name === field.name.replace(new RegExp(`${other}$`), language === 'zh' ? 'Zh' : 'En'));
  return fields
    .filter((field) => !(field.name.endsWith(other) && hasBoth(field)))
    .filter((field) => !/digest$/i.test(field.name) && !isOfMachines(field))
    .filter((field) => (field.member ?? field).fields.length <= MOST_PARTS)
    .slice(0, MOST_COLUMNS);
}

function Rows({ view, fields, rows, isAsked }: { view: View; fields: Field[]; rows: Row[]; isAsked: boolean }) {
  const words = useWords();
  const address = useAddress();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.label(view.label)}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            {fields.map((field) => isAsked ? <Sorted key={field.name} field={field} />
              : <Table.Th key={field.name} scope="col">{words.label(field.label)}</Table.Th>)}
            <Table.Th scope="col"><span className="unseen">{words.say('details')}</span></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key} data-key={row.key}>
              {fields.map((field) => (
                <Table.Td key={field.name}><Value field={field} value={row[field.name]} /></Table.Td>
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
