import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useWords } from '../words/language';
import { dayNumber, FIRST, LAST, phasesOf, useCampaigns } from '../kit/campaign';
import { useCatalog } from '../kit/catalog';
import { counted } from '../kit/rows';
import { today, useAddress, useWhen } from '../kit/time';
import { count } from './figures';

const WIDTH = 1000;
const BAND = 24;
const MARKS = 44;
const BARS = 120;
const HEIGHT = MARKS + BARS + BAND;
const MONTHS_OF_YEAR = 12;
const LENGTH_OF_MONTH = 7;

interface Month {
  /** {@code 2010-06}. */
  name: string;
  from: string;
  to: string;
  acts: number;
}

/** The months of the two years up to a day. */
function months(until: string, acts: Map<string, number>): Month[] {
  const [year = 0, first = 1] = FIRST.split('-').map(Number);
  const all: Month[] = [];
  for (let i = first - 1; ; i++) {
    const from = day(year, i, 1);
    if (from > until || from > LAST) return all;
    const name = from.slice(0, LENGTH_OF_MONTH);
    all.push({ name, from, to: day(year, i + 1, 0), acts: acts.get(name) ?? 0 });
  }
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year + Math.floor(month / MONTHS_OF_YEAR), month % MONTHS_OF_YEAR, date)).toISOString().slice(0, 10);

/** 两年历程. The phases and milestones of the campaign over what was done in each of its months, as a picture and as a table that leads to the facts. */
export function TwoYears() {
  const words = useWords();
  const when = useWhen();
  const address = useAddress();
  const { values } = useCatalog();
  const campaigns = useCampaigns(when);
  const { data } = useQuery({ queryKey: ['months', when], queryFn: () => counted('insight/progress', 'on', when) });
  if (!data || !campaigns.length) return null;
  const until = when.asOf || today();
  const acts = new Map<string, number>();
  for (const one of data) {
    const month = String(one.on).slice(0, LENGTH_OF_MONTH);
    acts.set(month, (acts.get(month) ?? 0) + one.count);
  }
  const all = months(until, acts);
  const phases = phasesOf(campaigns);
  const milestones = campaigns.flatMap((one) => Object.entries(one.milestones as Record<string, string>))
    .map(([name, on]) => ({ on, name: values[name] ? words.label(values[name]) : '' }));
  return (
    <section aria-labelledby="years">
      <h2 id="years">{words.say('twoYears')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.say('pictureOf', { of: words.say('twoYears') })}>
        <Picture all={all} phases={phases} milestones={milestones} />
      </div>
      <details>
        <summary>{words.say('asTable')}</summary>
        <p>{words.say('phases')}: {phases.map(({ phase, titleZh, from, to }) => `${phase} ${titleZh} ${from} – ${to ?? ''}`).join('；')}</p>
        <p>{words.say('milestones')}: {milestones.map(({ name, on }) => `${name} ${on}`).join('；') || words.say('none')}</p>
        <div className="scroll" tabIndex={0} role="region" aria-label={words.say('tableOf', { of: words.say('twoYears') })}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th scope="col">{words.say('month')}</Table.Th><Table.Th scope="col">{words.say('phase')}</Table.Th><Table.Th scope="col">{words.say('actsOfMonth')}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {all.map(({ name, from, to, acts: done }) => (
                <Table.Tr key={name} data-month={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>{phases.filter((phase) => phase.from <= to && (phase.to ?? LAST) >= from).map(({ phase }) => phase).join(', ')}</Table.Td>
                  <Table.Td>{done ? <Link href={address('/insight/progress', {}, [`on:${from}..${to}`])}>{count(done)}</Link> : 0}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
      <p className="quiet">{words.say('asOf')} {until}</p>
    </section>
  );
}

function Picture({ all, phases, milestones }: { all: Month[]; phases: ReturnType<typeof phasesOf>; milestones: { on: string; name: string }[] }) {
  const { say } = useWords();
  const last = dayNumber(LAST);
  const place = (date: string) => Math.round((WIDTH * Math.min(last, Math.max(0, dayNumber(date)))) / last);
  const most = Math.max(1, ...all.map(({ acts }) => acts));
  const base = MARKS + BARS;
  return (
    <svg className="years" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('twoYears')}>
      {phases.map(({ phase, titleZh, from, to }) => (
        <g key={`${phase}${from}`}>
          <rect className="phase" x={place(from)} y={base} width={Math.max(2, place(to ?? LAST) - place(from) - 2)} height={BAND}>
            <title>{`${say('phase')} ${phase} · ${titleZh} · ${from} – ${to ?? ''}`}</title>
          </rect>
          <text x={place(from) + 4} y={base + BAND - 7}>{phase}</text>
        </g>
      ))}
      {all.map(({ name, from, to, acts }) => (
        <rect key={name} className="acts-of-month" data-acts={acts} x={place(from) + 1} width={Math.max(2, place(to) - place(from) - 2)}
          y={base - Math.round((BARS * acts) / most)} height={Math.round((BARS * acts) / most)}>
          <title>{say('monthOf', { month: name, n: acts })}</title>
        </rect>
      ))}
      <line className="axis" x1={0} x2={WIDTH} y1={base} y2={base} />
      {milestones.map(({ name, on }, i) => (
        <g key={`${name}${on}`}>
          <line className="milestone" x1={place(on)} x2={place(on)} y1={14 + 16 * (i % 2)} y2={base} strokeDasharray="4 3" />
          <text x={place(on)} y={12 + 16 * (i % 2)} textAnchor={place(on) > WIDTH / 2 ? 'end' : 'start'}>{`${name} ${on}`}</text>
        </g>
      ))}
    </svg>
  );
}
