import { Link } from 'wouter';
import type { Command } from '../api/schema';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { useMyself } from './catalog';
import { useAddress } from './time';

interface Props {
  commands: Command[];
  title: Word;
  /** What the forms are opened with. */
  given?: (command: Command) => Record<string, string>;
}

/** What programs send on behalf of people, who have another way to it. */
const OF_PROGRAMS = new Set(['members/LinkAccount', 'members/ProposeLink', 'members/MarkLinkDisputed']);

/** What can be done, of what the reader's offices allow. */
export function Acts({ commands, title, given = () => ({}) }: Props) {
  const { say, label } = useWords();
  const address = useAddress();
  const myself = useMyself();
  const possible = commands
    .map((command) => ({ ...command, path: `${command.service}/${command.name}` }))
    .filter(({ path }) => myself?.commands.has(path) && !OF_PROGRAMS.has(path));
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{say(title)}</h2>
      {possible.length === 0 ? <p className="quiet">{say('nothingToDo')}</p> : (
        <ul className="acts">
          {possible.map((command) => (
            <li key={command.path}>
              <Link href={address(`/${command.service}/do/${command.name}`, given(command))}>{label(command.label)}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
