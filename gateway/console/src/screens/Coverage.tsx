import { Table } from '@mantine/core';
import { Link } from 'wouter';
import { useWords } from '../words/language';
import { useCatalog } from '../kit/catalog';
import { labelOf } from '../kit/names';
import { asSuch } from '../kit/rows';
import { useAddress } from '../kit/time';
import { inOrder, isBranch, share, stands, sum, THEMES, type Line } from './figures';

const SHADES = 5;
/** So many branches fit into an address. */
const MOST_BRANCHES = 100;

/** 覆盖. How many members of each second-tier organisation each of the five activities has reached; each share leads to the members. */
export function Coverage({ lines }: { lines: Line[] }) {
  const words = useWords();
  const { values } = useCatalog();
  const address = useAddress();
  const name = ({ row }: Line) => labelOf(row, words);
  const units = inOrder(lines, name, words.language).filter(({ line }) => line.row.secondTier && stands(line));
  if (!units.length) return null;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{words.say('coverageTable')}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.say('tableOf', { of: words.say('coverageTable') })}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.say('organization')}</Table.Th>
              {THEMES.map((theme) => <Table.Th key={theme} scope="col">{values[theme] ? words.label(values[theme]) : theme}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {units.map(({ line, below }) => {
              const members = sum(below.map((one) => one.members));
              const branches = below.filter(isBranch).map((one) => asSuch(one.row.key));
              return (
                <Table.Tr key={line.row.key}>
                  <Table.Th scope="row">{name(line)}</Table.Th>
                  {THEMES.map((theme) => {
                    const reached = sum(below.map((one) => one.reached.get(theme) ?? 0));
                    const text = share(reached, members);
                    return (
                      <Table.Td key={theme} data-shade={members ? Math.floor((SHADES * reached) / members) : undefined}>
                        {reached && branches.length <= MOST_BRANCHES
                          ? <Link href={address('/insight/members-reached', {}, [`branch:${branches.join(',')}`, `themes:${theme}`])}>{text}</Link> : text}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
