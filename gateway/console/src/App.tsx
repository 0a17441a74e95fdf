import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { catalog, SERVICES, type Catalog } from './api/schema';
import { useWords } from './words/language';
import { commandAt, isAuditor, useCatalog, useMyself, viewAt, WithCatalog } from './kit/catalog';
import { Failed, Loading } from './kit/Notice';
import { SignOut } from './kit/SignOut';
import { TimeBar } from './kit/TimeBar';
import { useAddress } from './kit/time';
import { Act } from './screens/Act';
import { Board } from './screens/Board';
import { Guide } from './screens/Guide';
import { Import } from './screens/Import';
import { Invite } from './screens/Invite';
import { Item } from './screens/Item';
import { Meeting } from './screens/Meeting';
import { Mine } from './screens/Mine';
import { Report } from './screens/Report';
import { Search } from './screens/Search';
import { Section } from './screens/Section';
import { Setup, SetUpFirst } from './screens/Setup';
import { Todo } from './screens/Todo';
import { Verify, VerifySaved } from './screens/Verify';

const ALWAYS = Infinity;

/** The command that has a screen of its own: it makes a code that must not be kept. */
const ISSUE_INVITE = ['members', 'IssueInvite'] as const;

/** The console: the frame of every screen, and which screen an address shows. */
export function App() {
  const { say } = useWords();
  const answer = useQuery({ queryKey: ['catalog'], queryFn: catalog, staleTime: ALWAYS });
  return (
    <>
      <a className="unseen" href="#content">{say('skip')}</a>
      <Head />
      {answer.isPending && <main id="content"><Loading /></main>}
      {answer.isError && <main id="content"><Failed error={answer.error} again={() => void answer.refetch()} /></main>}
      {answer.isSuccess && <Screens catalog={answer.data} />}
    </>
  );
}

function Head() {
  const { say, turn } = useWords();
  const address = useAddress();
  const [location] = useLocation();
  return (
    <header>
      <p className="name"><span className="seal" aria-hidden>优</span>{say('title')}</p>
      <Find />
      <button type="button" id="language" onClick={turn}>{say('otherLanguage')}</button>
      <Link href={address('/guide', { of: location })}>{say('guide')}</Link>
      <a href="/docs">{say('docs')}</a>
      <SignOut />
    </header>
  );
}

/** Looks for people, organisations, lists and acts by name, from wherever one is. */
function Find() {
  const { say } = useWords();
  const address = useAddress();
  const [, go] = useLocation();
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('q');
    if (typeof text === 'string' && text.trim()) go(address('/search', { q: text.trim() }));
  };
  return (
    <form role="search" onSubmit={find}>
      <input type="search" name="q" aria-label={say('find')} placeholder={say('find')} />
    </form>
  );
}

function Screens({ catalog: offered }: { catalog: Catalog }) {
  return (
    <WithCatalog value={offered}>
      <Navigation />
      <TimeBar />
      <main id="content" tabIndex={-1}>
        <Switch>
          <Route path="/"><Home /></Route>
          <Route path="/todo"><Todo /></Route>
          <Route path="/mine"><Mine /></Route>
          <Route path="/board"><Board /></Route>
          <Route path="/search"><Search /></Route>
          <Route path="/meeting"><Meeting /></Route>
          <Route path="/report"><Report /></Route>
          <Route path="/setup"><Setup /></Route>
          <Route path="/verify"><VerifySaved /></Route>
          <Route path="/verify/:service/:view/:key">{({ service, view, key }) => <VerifyAt path={`${service}/${view}`} id={key} />}</Route>
          <Route path={`/${ISSUE_INVITE.join('/do/')}`}><InviteAt /></Route>
          <Route path="/guide/:language?/:page?">{({ language, page }) => <Guide language={language} page={page} />}</Route>
          <Route path="/:service/do/:command">{({ service, command }) => <ActAt service={service} name={command} />}</Route>
          <Route path="/:service/import/:sheet">{({ service, sheet }) => <ImportAt service={service} name={sheet} />}</Route>
          <Route path="/:service/:view/:key">{({ service, view, key }) => <ItemAt path={`${service}/${view}`} id={key} />}</Route>
          <Route path="/:service/:view?">{({ service, view }) => <SectionAt service={service} name={view} />}</Route>
          <Route><NoPage /></Route>
        </Switch>
      </main>
    </WithCatalog>
  );
}

function Navigation() {
  const { say } = useWords();
  const address = useAddress();
  const [location] = useLocation();
  const items = ['todo', 'mine', 'board', ...SERVICES] as const;
  return (
    <nav aria-label={say('menu')} className="menu">
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Link href={address(`/${item}`)} aria-current={location.split('/')[1] === item ? 'page' : undefined}>{say(item)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Who sets the platform up begins with that; an auditor begins with the history, who holds an office with what is to be done, others with themselves. */
function Home() {
  const myself = useMyself();
  const address = useAddress();
  if (!myself) return <Loading />;
  const first = isAuditor(myself) ? '/insight/timeline' : myself.offices.length ? '/todo' : '/mine';
  return <SetUpFirst myself={myself}><Redirect to={address(first)} replace /></SetUpFirst>;
}

function SectionAt({ service, name }: { service: string; name?: string }) {
  const { views } = useCatalog();
  const view = views.find((one) => one.service === service && (!name || one.name === name));
  return view ? <Section service={service} view={view} /> : <NoPage />;
}

function ItemAt({ path, id }: { path: string; id: string }) {
  const view = viewAt(useCatalog(), path);
  return view ? <Item view={view} id={id} /> : <NoPage />;
}

function VerifyAt({ path, id }: { path: string; id: string }) {
  const view = viewAt(useCatalog(), path);
  return view ? <Verify view={view} id={id} /> : <NoPage />;
}

function ActAt({ service, name }: { service: string; name: string }) {
  const command = commandAt(useCatalog(), service, name);
  return command ? <Act key={name} command={command} /> : <NoPage />;
}

function InviteAt() {
  const command = commandAt(useCatalog(), ...ISSUE_INVITE);
  return command ? <Invite command={command} /> : <NoPage />;
}

function ImportAt({ service, name }: { service: string; name: string }) {
  const sheet = useCatalog().sheets.find((one) => one.service === service && one.name === name);
  return sheet ? <Import sheet={sheet} /> : <NoPage />;
}

function NoPage() {
  const { say } = useWords();
  return <p role="alert">{say('noPage')}</p>;
}
