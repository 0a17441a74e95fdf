import { useQuery } from '@tanstack/react-query';
import { useEffect, type MouseEvent } from 'react';
import { Link, Redirect, useLocation, useSearchParams } from 'wouter';
import { useWords, type Language } from '../words/language';
import { useMyself, type Myself } from '../kit/catalog';
import { Failed, Loading } from '../kit/Notice';
import { allRows, asSuch } from '../kit/rows';

/** The pages of the guide: what all have in common, and one for each role. */
const PAGES = [
  'common', 'committee-secretary', 'campaign-office', 'general-branch-secretary', 'branch-secretary', 'member', 'supervisor', 'auditor',
] as const;
type Page = (typeof PAGES)[number];

/** The tasks of a page: a heading, and what links call it. */
const TASK = /^## (.+?) <a id="([\w-]+)">/gm;

interface Props {
  language?: string;
  page?: string;
}

/** 指南. How each task is done, by role; from another screen it is opened where it tells of that screen. */
export function Guide({ language: asked, page }: Props) {
  const { language, say } = useWords();
  const known = PAGES.find((one) => one === page);
  if (!page) return <Ours />;
  if (!known) return <p role="alert">{say('noPage')}</p>;
  if (asked !== language) return <Redirect to={`/guide/${language}/${known}${location.hash}`} replace />;
  return <Text language={language} page={known} />;
}

function Text({ language, page }: { language: Language; page: Page }) {
  const { say } = useWords();
  const [, go] = useLocation();
  const answer = useQuery({ queryKey: ['guide', language, page], queryFn: () => drawn(language, page), staleTime: Infinity });
  useEffect(() => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) {
      scrollTo(0, 0);
      return;
    }
    target.scrollIntoView();
    // A picture that comes later pushes down what is below it.
    for (const picture of document.querySelectorAll('.guide img'))
      if (picture.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)
        picture.addEventListener('load', () => target.scrollIntoView(), { once: true });
  }, [answer.data]);
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.origin !== location.origin || link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.hash);
  };
  return (
    <>
      <nav aria-label={say('guide')}>
        <ul className="tabs">
          {PAGES.map((one) => (
            <li key={one}><Link href={`/guide/${language}/${one}`} aria-current={one === page ? 'page' : undefined}>{say(one)}</Link></li>
          ))}
        </ul>
      </nav>
      <nav aria-label={say('tasks')}>
        <ul className="acts">
          {answer.data.tasks.map(([, title, anchor]) => <li key={anchor}><a href={`#${anchor}`}>{title}</a></li>)}
        </ul>
      </nav>
      {/* Our own text, from our own files. */}
      <article className="guide" onClick={follow} dangerouslySetInnerHTML={{ __html: answer.data.html }} />
    </>
  );
}

/** Leads on to what is told of a screen to somebody in the reader's place. */
function Ours() {
  const { language } = useWords();
  const myself = useMyself();
  const [search] = useSearchParams();
  const of = search.get('of') ?? '';
  const answer = useQuery({
    queryKey: ['place', language, myself?.person, of],
    queryFn: () => place(myself as Myself, of, language),
    enabled: myself !== null,
  });
  if (answer.isError) return <Failed error={answer.error} again={() => void answer.refetch()} />;
  return answer.data ? <Redirect to={answer.data} replace /> : <Loading />;
}

async function read(language: Language, page: Page): Promise<string> {
  return ((await import(`../../../../docs/guide/${language}/${page}.md`)) as { default: string }).default;
}

/** A page as it is shown. What draws it is loaded with the first one. */
async function drawn(language: Language, page: Page) {
  const [text, { Marked }] = await Promise.all([read(language, page), import('marked')]);
  const markdown = new Marked({
    // A file names another one as such; here a page has no ending.
    walkTokens(token) {
      if (token.type === 'link') token.href = token.href.replace(/\.md(?=#|$)/, '');
    },
  });
  return { html: markdown.parse(text, { async: false }), tasks: [...text.matchAll(TASK)] };
}

/** The place that tells of a screen: on the page of the reader's role, or on the one for all. */
async function place(myself: Myself, of: string, language: Language): Promise<string> {
  const role = await roleOf(myself);
  for (const page of [role, 'common'] as const) {
    const text = await read(language, page);
    const anchor = anchors(of).find((one) => text.includes(`<a id="${one}">`));
    if (anchor) return `/guide/${language}/${page}#${anchor}`;
  }
  return `/guide/${language}/${role}`;
}

/** What the guide calls a screen, the most special name first: as its command or list is called, or of which kind it is. */
function anchors(path: string): string[] {
  const [first = '', second = '', third = ''] = path.split('/').filter(Boolean);
  if (second === 'do') return [third, 'act'];
  if (second === 'import') return ['import'];
  return third ? [second, 'row'] : [second || first, 'list'];
}

/** In whose place the reader is: by the highest office held now. */
async function roleOf({ roles, offices }: Myself): Promise<Page> {
  if (roles.includes('AUDITOR')) return 'auditor';
  const ids = [...new Set(offices.map((held) => asSuch(held.organization)))];
  const rows = ids.length ? await allRows('organizations/organization-tree', { filter: `key:${ids.join(',')}` }) : [];
  const types = new Map(rows.map((row) => [row.key, row.type]));
  const holds = (office: string, ...of: string[]) =>
    offices.some((held) => held.office === office && of.includes(String(types.get(held.organization))));
  if (holds('SECRETARY', 'PARTY_COMMITTEE')) return 'committee-secretary';
  if (holds('DEPUTY_SECRETARY', 'PARTY_COMMITTEE')) return 'campaign-office';
  if (holds('SECRETARY', 'GENERAL_BRANCH')) return 'general-branch-secretary';
  if (holds('SECRETARY', 'BRANCH', 'DIRECT_BRANCH')) return 'branch-secretary';
  const seats = offices.filter((held) => held.body !== null);
  if (seats.some((held) => held.functions.includes('SUPERVISE'))) return 'supervisor';
  return seats.length ? 'campaign-office' : 'member';
}
