import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Command } from '../api/schema';
import { useWords } from '../words/language';
import { CommandForm } from '../kit/CommandForm';

/** One command to be filled in. */
export function Act({ command }: { command: Command }) {
  const { say, label } = useWords();
  const [search] = useSearchParams();
  const [given] = useState(() =>
    Object.fromEntries([...search].filter(([name]) => !['asOf', 'knownAt'].includes(name))));
  return (
    <>
      <h1>{label(command.label)}</h1>
      <p className="quiet">{say('clause', { clause: command.clauses.join(', ') })}</p>
      <CommandForm command={command} given={given} />
    </>
  );
}
