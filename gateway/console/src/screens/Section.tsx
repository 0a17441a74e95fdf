import { Link } from 'wouter';
import type { View } from '../api/schema';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { Acts } from '../kit/Acts';
import { useCatalog } from '../kit/catalog';
import { Listing } from '../kit/Listing';
import { useAddress } from '../kit/time';

/** One navigation item: the lists of a service, what can be done there, and the sheets it takes. */
export function Section({ service, view }: { service: string; view: View }) {
  const { say, label } = useWords();
  const address = useAddress();
  const { views, commands, sheets } = useCatalog();
  const taken = sheets.filter((sheet) => sheet.service === service);
  return (
    <>
      <h1>{say(service as Word)} · {label(view.label)}</h1>
      <nav aria-label={say('lists')}>
        <ul className="tabs">
          {views.filter((one) => one.service === service).map((one) => (
            <li key={one.name}>
              <Link href={address(`/${one.path}`)} aria-current={one.name === view.name ? 'page' : undefined}>{label(one.label)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <Listing key={view.path} view={view} isAsked />
      <Acts commands={commands.filter((command) => command.service === service)} title="acts" />
      {taken.length > 0 && (
        <section aria-labelledby="imports">
          <h2 id="imports">{say('imports')}</h2>
          <ul className="acts">
            {taken.map((sheet) => (
              <li key={sheet.name}><Link href={address(`/${service}/import/${sheet.name}`)}>{label(sheet.label)}</Link></li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
