import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useWords } from '../words/language';
import { useCatalog, viewAt } from '../kit/catalog';
import { called } from '../kit/names';
import { counted } from '../kit/rows';
import { useAddress, useWhen } from '../kit/time';
import { count, sum } from './figures';

const BOARD = 'evaluations/review-board';

/** 考核进度. How many reviews wait for which step; each leads to them. */
export function ReviewProgress() {
  const words = useWords();
  const when = useWhen();
  const address = useAddress();
  const catalog = useCatalog();
  const field = viewAt(catalog, BOARD)?.fields.find((one) => one.name === 'next');
  const { data } = useQuery({ queryKey: ['reviews', when], queryFn: () => counted(BOARD, 'next', when) });
  if (!field || !data?.length) return null;
  const all = sum(data.map((one) => one.count));
  // In the order of the steps; those that wait for none are done.
  const steps: (string | null)[] = [...Object.keys(field.values), null];
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{words.say('reviewProgress')}</h2>
      <ul className="bars">
        {steps.map((step) => {
          const waiting = data.find((one) => (one.next || null) === step)?.count ?? 0;
          if (!waiting) return null;
          const name = step ? words.say('waitingFor', { step: called(field, step, { words, catalog }) }) : words.say('allSteps');
          return (
            <li key={step ?? ''}>
              <span>{name}</span>
              <meter min={0} max={all} value={waiting} aria-label={name} />
              <Link href={address(`/${BOARD}`, {}, [`next:${step ?? ''}`])}>{count(waiting)} / {count(all)}</Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
