import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { askView } from '../api/client';
import type { View } from '../api/schema';
import { useWords } from '../words/language';
import { Acts } from '../kit/Acts';
import { useCatalog, viewAt } from '../kit/catalog';
import { nameOf } from '../kit/names';
import { Failed, Loading } from '../kit/Notice';
import { asSuch, type Page } from '../kit/rows';
import { clocks, useAddress, useWhen } from '../kit/time';

const SHOWN = 20;

/** What people look for by name: of which view, and by which of its fields. */
const NAMED: readonly [string, string][] = [
  ['organizations/organization-tree', 'labelZh'], ['members/members', 'name'], ['activities/activities', 'titleZh'],
  ['activities/directives', 'titleZh'],
];

/** 查找. Organisations, people and activities whose name contains a text, also in pinyin; lists and acts that are called so. */
export function Search() {
  const { say, label } = useWords();
  const address = useAddress();
  const catalog = useCatalog();
  const [search] = useSearchParams();
  const text = (search.get('q') ?? '').trim();
  const isCalledSo = (called: { zh: string; en: string }) => label(called).toLowerCase().includes(text.toLowerCase());
  const lists = catalog.views.filter((view) => isCalledSo(view.label));
  const acts = catalog.commands.filter((command) => isCalledSo(command.label));
  return (
    <>
      <h1>{say('find')}{text && ` · ${text}`}</h1>
      {text === '' ? <p role="status">{say('search')}</p> : (
        <>
          {NAMED.map(([path, field]) => {
            const view = viewAt(catalog, path);
            return view && <Found key={path} view={view} field={field} text={text} />;
          })}
          {lists.length > 0 && (
            <section aria-labelledby="lists">
              <h2 id="lists">{say('lists')}</h2>
              <ul className="acts">
                {lists.map((view) => <li key={view.path}><Link href={address(`/${view.path}`)}>{label(view.label)}</Link></li>)}
              </ul>
            </section>
          )}
          {acts.length > 0 && <Acts commands={acts} title="acts" />}
        </>
      )}
    </>
  );
}

function Found({ view, field, text }: { view: View; field: string; text: string }) {
  const words = useWords();
  const catalog = useCatalog();
  const when = useWhen();
  const address = useAddress();
  const answer = useQuery({
    queryKey: ['find', view.path, text, when, words.language],
    queryFn: async () => {
      const page = await askView<Page>(view.path, { filter: `${field}:~${asSuch(text)}`, sort: field, limit: SHOWN, ...clocks(when) });
      const names = await Promise.all(page.rows.map(async (row) =>
        ({ key: row.key, name: await nameOf(view, row, field, { words, catalog, when }) })));
      return { names, total: page.total };
    },
  });
  const all = address(`/${view.path}`, {}, [`${field}:~${asSuch(text)}`]);
  return (
    <section aria-label={words.label(view.label)}>
      <h2>{words.label(view.label)}</h2>
      {answer.isPending && <Loading />}
      {answer.isError && <Failed error={answer.error} again={() => void answer.refetch()} />}
      {answer.data?.names.length === 0 && <p className="quiet">{words.say('nothingFound')}</p>}
      <ul className="found">
        {answer.data?.names.map(({ key, name }) => (
          <li key={key}><Link href={address(`/${view.path}/${encodeURIComponent(key)}`)}>{name}</Link></li>
        ))}
      </ul>
      {(answer.data?.total ?? 0) > SHOWN && <Link href={all}>{words.say('wholeList')} · {answer.data?.total}</Link>}
    </section>
  );
}
