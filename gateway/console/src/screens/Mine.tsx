import { Link } from 'wouter';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { Acts } from '../kit/Acts';
import { useCatalog, useMyself, viewAt, type Held } from '../kit/catalog';
import { Listing } from '../kit/Listing';
import { labelOf } from '../kit/names';
import { Loading } from '../kit/Notice';
import { SignOut } from '../kit/SignOut';
import { useAddress } from '../kit/time';

/** What is on record about a person: of which view, by which of its fields. */
const RECORD: readonly [Word, string, string][] = [
  ['membership', 'members/members', 'key'],
  ['myAttendance', 'activities/attendance', 'member'],
  ['myReports', 'evaluations/review-board', 'reporter'],
  ['myResults', 'evaluations/review-results', 'subject'],
  ['myReach', 'activities/coverage', 'subject'],
];

/** 我的. The offices that one holds, what these allow, and what is on record about oneself. */
export function Mine() {
  const { say } = useWords();
  const address = useAddress();
  const catalog = useCatalog();
  const myself = useMyself();
  if (!myself) return <Loading />;
  return (
    <>
      <h1>{say('mine')}</h1>
      <Offices offices={myself.offices} />
      <ul className="acts"><li><Link href={address('/report')}>{say('myReport')}</Link></li></ul>
      <Acts commands={catalog.commands} title="myActs" />
      <h2>{say('myRecord')}</h2>
      {RECORD.map(([title, path, field]) => {
        const view = viewAt(catalog, path);
        return view && (
          <section key={title} aria-labelledby={title}>
            <h3 id={title}>{say(title)}</h3>
            <Listing view={view} fixed={[`${field}:${myself.person}`]} without={[field]} />
          </section>
        );
      })}
      <SignOut everywhere />
    </>
  );
}

function Offices({ offices }: { offices: Held[] }) {
  const words = useWords();
  const { values } = useCatalog();
  const called = (name: string | null) => (name && values[name] ? words.label(values[name]) : '');
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">{words.say('whoIAm')}</h2>
      {offices.length === 0 ? <p>{words.say('noOffice')}</p> : (
        <ul>
          {offices.map((held) => (
            <li key={held.appointment}>
              {labelOf(held, words)} {called(held.office)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
