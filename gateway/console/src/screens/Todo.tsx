import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { askView } from '../api/client';
import type { Command, View } from '../api/schema';
import { useWords } from '../words/language';
import type { Word } from '../words/zh';
import { commandAt, useCatalog, useMyself, viewAt, type Myself } from '../kit/catalog';
import { Listing } from '../kit/Listing';
import { Loading } from '../kit/Notice';
import { asSuch, type Page } from '../kit/rows';
import { clocks, today, useAddress, useWhen } from '../kit/time';

/** What the plan obliges an office to do, as long as a view shows that it is not done. */
interface Duty {
  title: Word;
  view: string;
  /** What is not done yet; as of a day. */
  open: (day: string) => string[];
  /** What does it, {@code service/Command}. */
  by: string;
  /** The field that says whose duty it is, where the view shows those of others as well. */
  owner?: string;
}

const DUTIES: Duty[] = [
  { title: 'planDue', view: 'activities/plan-cascade', open: () => ['plan:'], by: 'activities/AdoptPlan' },
  { title: 'receiptDue', view: 'activities/plan-cascade', open: () => ['conveyedOn:2010-01-01..', 'acknowledged:false'], by: 'activities/AcknowledgePlan' },
  { title: 'meetingDue', view: 'activities/plan-cascade', open: () => ['meetingOn:'], by: 'activities/HoldMobilizationMeeting' },
  { title: 'activityDue', view: 'activities/activities', open: (day) => ['held:false', `plannedFor:..${day}`], by: 'activities/HoldActivity', owner: 'organization' },
  { title: 'projectDue', view: 'activities/projects', open: () => ['state:OVERDUE'], by: 'activities/ConcludeMemberProject' },
  { title: 'officeDue', view: 'organizations/missing-campaign-offices', open: () => [], by: 'organizations/FormCampaignOffice' },
  { title: 'transferDue', view: 'members/ended-branches', open: () => [], by: 'members/TransferMember' },
  { title: 'reportDue', view: 'evaluations/missing-reports', open: () => ['reasonRecorded:false'], by: 'evaluations/RecordMissingReportReason' },
  { title: 'presentationDue', view: 'evaluations/review-board', open: () => ['next:REPORT_PRESENTED'], by: 'evaluations/PresentDutyReport' },
  { title: 'commentaryDue', view: 'evaluations/review-board', open: () => ['next:COMMENTARY_GIVEN'], by: 'evaluations/GiveCommentary' },
  { title: 'attestationDue', view: 'evaluations/review-board', open: () => ['next:TALLY_ATTESTED'], by: 'evaluations/AttestPaperTally' },
  { title: 'resultDue', view: 'evaluations/review-board', open: () => ['next:RESULT_DETERMINED'], by: 'evaluations/DetermineReviewResult' },
  { title: 'disclosureDue', view: 'evaluations/review-board', open: () => ['next:RESULT_DISCLOSED'], by: 'evaluations/DiscloseReviewResult' },
  { title: 'statementDue', view: 'commendations/nominations', open: () => ['step:FILED'], by: 'commendations/PresentStatement' },
  { title: 'decisionDue', view: 'commendations/nominations', open: () => ['step:ELIGIBILITY_ASSESSED'], by: 'commendations/DecideCommendation' },
  { title: 'conferralDue', view: 'commendations/nominations', open: () => ['step:DECIDED', 'commended:true'], by: 'commendations/ConferCommendation' },
];

/** 待办. What is open and can be done with the offices held now, as of the day of the time bar. */
export function Todo() {
  const { say } = useWords();
  const address = useAddress();
  const catalog = useCatalog();
  const myself = useMyself();
  if (!myself) return <Loading />;
  const own = DUTIES.flatMap((duty) => {
    const view = viewAt(catalog, duty.view);
    const [service = '', name = ''] = duty.by.split('/');
    const command = commandAt(catalog, service, name);
    return view && command && myself.commands.has(duty.by) ? [{ duty, view, command }] : [];
  });
  return (
    <>
      <h1>{say('todo')}</h1>
      {myself.commands.has('activities/PlanActivity') && (
        <ul className="acts"><li><Link href={address('/meeting')}>{say('meetingHeld')}</Link></li></ul>
      )}
      {own.length === 0 && <p role="status">{say('nothingToDo')}</p>}
      {own.map(({ duty, view, command }) => (
        <Open key={duty.title} duty={duty} view={view} command={command} myself={myself} />
      ))}
    </>
  );
}

function Open({ duty, view, command, myself }: { duty: Duty; view: View; command: Command; myself: Myself }) {
  const words = useWords();
  const when = useWhen();
  const address = useAddress();
  const organizations = [...new Set(myself.offices.map((held) => asSuch(held.organization)))];
  const filter = [
    ...duty.open(when.asOf || today()),
    ...(duty.owner && organizations.length ? [`${duty.owner}:${organizations.join(',')}`] : []),
  ];
  const { data } = useQuery({
    queryKey: ['open', view.path, filter, when],
    queryFn: () => askView<Page>(view.path, { filter, limit: 1, ...clocks(when) }),
  });
  if (!data || data.rows.length === 0) return null;
  return (
    <section aria-labelledby={duty.title}>
      <h2 id={duty.title}>{words.say(duty.title)}{data.total === null ? '' : ` · ${data.total}`}</h2>
      <details>
        <summary>{words.say('details')}</summary>
        <Listing view={view} fixed={filter} />
      </details>
      <ul className="acts">
        <li><Link href={address(`/${command.service}/do/${command.name}`)}>{words.label(command.label)}</Link></li>
        <li><Link href={address(`/${view.path}`, {}, filter)}>{words.say('wholeList')}</Link></li>
      </ul>
    </section>
  );
}
