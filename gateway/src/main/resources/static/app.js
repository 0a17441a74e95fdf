// The dashboard: figures of every organisation as of the date on the slider. No framework, no state
// but the date and the language; every figure is counted by the insight service.

const DAY = 86_400_000;
const FIRST = Date.UTC(2010, 4, 1);
// ISO dates, as Sweden writes them
const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

const TEXTS = {
  zh: {
    title: '创先争优活动看板', otherLanguage: 'English', docs: '接口说明', signOut: '退出',
    asOf: '截至日期', themes: '五项活动：已开展次数与参加党员覆盖率', organizations: '各党组织',
    members: '党员', secondTier: '二级党组织', branches: '党支部', plans: '已制定方案', reviews: '述职报告',
    results: '评议结果', commended: '受表彰', held: '次', reached: '覆盖', organization: '党组织',
    plan: '方案', meeting: '动员会', activities: '活动', coverage: '覆盖率', reports: '述职', nominations: '申报',
    facts: '依据已收到的 {n} 项事实', failed: '无法读取数据：', empty: '截至该日期没有您可以查看的数据。',
    PARTY_SPIRIT_EDUCATION: '党性教育', POST_DEDICATION: '岗位奉献',
    SERVING_TEACHERS_AND_STUDENTS: '服务师生', BADGE_OF_EXAMPLE: '亮牌示范',
    ORGANIZATIONAL_INNOVATION: '组织创新',
  },
  en: {
    title: 'Advance-and-Excel campaign', otherLanguage: '中文', docs: 'API', signOut: 'Sign out',
    asOf: 'As of', themes: 'The five activities: times held, share of members reached',
    organizations: 'Party organisations', members: 'members', secondTier: 'second-tier organisations',
    branches: 'branches', plans: 'plans adopted', reviews: 'duty reports', results: 'review results',
    commended: 'commended', held: 'held', reached: 'reached', organization: 'organisation', plan: 'plan',
    meeting: 'meeting', activities: 'activities', coverage: 'coverage', reports: 'reports',
    nominations: 'nominations', facts: 'from {n} facts received',
    failed: 'The figures cannot be read: ',
    empty: 'As of this date there is nothing that you may see.',
    PARTY_SPIRIT_EDUCATION: 'Party-spirit education', POST_DEDICATION: 'Dedication at one’s post',
    SERVING_TEACHERS_AND_STUDENTS: 'Serving teachers and students',
    BADGE_OF_EXAMPLE: 'Showing the badge', ORGANIZATIONAL_INNOVATION: 'Organisational innovation',
  },
};
const THEMES = ['PARTY_SPIRIT_EDUCATION', 'POST_DEDICATION', 'SERVING_TEACHERS_AND_STUDENTS',
  'BADGE_OF_EXAMPLE', 'ORGANIZATIONAL_INNOVATION'];

let language = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
let answer = null;
let asked = 0;

const $ = (id) => document.getElementById(id);
const text = (key) => TEXTS[language][key];
const today = () => SHANGHAI.format(new Date());
const day = (date) => Math.round((Date.parse(date) - FIRST) / DAY);
const isoDate = (day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10);

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function notice(message) {
  $('notice').hidden = !message;
  $('notice').textContent = message ?? '';
}

/** One answer. */
async function ask(path) {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (response.status === 401) location.assign('/');
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail ?? response.statusText);
  return body;
}

/** All pages of an answer. */
async function rows(path) {
  const all = [];
  let page;
  do {
    const next = page ? `&next=${page.next}` : '';
    page = await ask(`${path}&limit=1000${next}`);
    all.push(...page.rows);
  } while (page.next);
  return { ...page, rows: all };
}

/** Rows of a view, counted by one or two fields. */
const counts = async (view, by, when) => (await ask(`/api/insight/${view}?count=${by}${when}`)).counts;

/** The organisations as of a date, or now, each with what is counted of it. */
async function dashboard(date) {
  const when = date === today() ? '' : `&asOf=${date}`;
  const [organizations, members, reached, figures, themes] = await Promise.all([
    rows(`/api/insight/dashboard?sort=key${when}`),
    counts('members-reached', 'branch', when),
    counts('members-reached', 'branch,themes', when),
    counts('progress', 'organization,figure', when),
    counts('progress', 'organization,theme', when),
  ]);
  const byKey = new Map(organizations.rows.map((row) => [row.key,
    { ...row, members: 0, reached: {}, figures: {}, activities: {} }]));
  // What an organisation that has ended did is not shown.
  const of = (key, add) => { if (byKey.has(key)) add(byKey.get(key)); };
  members.forEach((one) => of(one.branch, (row) => { row.members = one.count; }));
  reached.forEach((one) => of(one.branch, (row) => { if (one.themes) row.reached[one.themes] = one.count; }));
  figures.forEach((one) => of(one.organization, (row) => { row.figures[one.figure] = one.count; }));
  themes.forEach((one) => of(one.organization, (row) => { if (one.theme) row.activities[one.theme] = one.count; }));
  return { ...organizations, rows: [...byKey.values()] };
}

async function load() {
  const turn = ++asked;
  const isWanted = () => turn === asked;
  try {
    const loaded = await dashboard(isoDate(Number($('slider').value)));
    if (!isWanted()) return;
    answer = loaded;
    show();
  } catch (error) {
    if (isWanted()) notice(text('failed') + error.message);
  }
}

const sum = (values) => values.reduce((total, value) => total + (value ?? 0), 0);
const number = (count) => count.toLocaleString('en');
const share = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');
const total = (record) => sum(Object.values(record));
const figure = (row, name) => row.figures[name] ?? 0;
const label = (row) => (language === 'zh' ? row.labelZh : row.labelEn || row.labelZh);
const isBranch = (row) => row.type === 'BRANCH' || row.type === 'DIRECT_BRANCH';

function show() {
  const all = answer.rows;
  notice(all.length === 0 ? text('empty') : null);
  const members = sum(all.map((row) => row.members));
  figures(all, members);
  themes(all, members);
  table(all);
  $('basis').textContent = `${text('asOf')} ${SHANGHAI.format(new Date(answer.asOf))} · ${text('facts').replace('{n}', number(answer.inboxPosition))}`;
}

function figures(all, members) {
  const shown = [
    ['members', members],
    ['secondTier', all.filter((row) => row.secondTier).length],
    ['branches', all.filter(isBranch).length],
    ['plans', all.filter((row) => figure(row, 'PLAN_ADOPTED')).length],
    ['reviews', sum(all.map((row) => figure(row, 'DUTY_REPORT')))],
    ['results', sum(all.map((row) => figure(row, 'REVIEW_RESULT')))],
    ['commended', sum(all.map((row) => figure(row, 'COMMENDATION')))],
  ];
  $('figures').replaceChildren(...shown.map(([key, value]) => {
    const shownFigure = element('div', 'figure');
    shownFigure.dataset.figure = key;
    shownFigure.append(element('b', '', number(value)), element('small', '', text(key)));
    return shownFigure;
  }));
}

function themes(all, members) {
  const held = THEMES.map((theme) => sum(all.map((row) => row.activities[theme])));
  $('themes').replaceChildren(...THEMES.map((theme, i) => {
    const reached = sum(all.map((row) => row.reached[theme]));
    const bar = element('div', 'bar');
    bar.dataset.theme = theme;
    const track = element('div', 'track');
    const fill = element('div', 'fill');
    fill.style.width = `${members ? (100 * reached) / members : 0}%`;
    track.append(fill);
    bar.append(element('span', '', text(theme)), track,
      element('span', 'value', `${number(held[i])} ${text('held')} · ${text('reached')} ${share(reached, members)}`));
    return bar;
  }));
}

/** Every row under the one above it; a row whose organisation above is not shown stands alone. */
function inOrder(all) {
  const shown = new Set(all.map((row) => row.key));
  const named = all.toSorted((one, other) => label(one).localeCompare(label(other), language, { numeric: true }));
  const byParent = Map.groupBy(named, (row) => (shown.has(row.parent) ? row.parent : ''));
  const ordered = [];
  const walk = (parent) => (byParent.get(parent) ?? []).flatMap((row) => {
    const at = ordered.push({ row }) - 1;
    const below = [row, ...walk(row.key)];
    ordered[at].below = below;
    return below;
  });
  walk('');
  return ordered;
}

/** Members belong to branches: what an organisation counts is what it and all below it have. */
function table(all) {
  const columns = ['organization', 'members', 'plan', 'meeting', 'activities', 'coverage', 'reports',
    'results', 'nominations', 'commended'];
  const head = element('tr');
  head.append(...columns.map((column) => element('th', '', text(column))));
  const body = inOrder(all).map(({ row, below }) => {
    const line = element('tr', row.secondTier ? 'second-tier' : row.type === 'BRANCH' ? 'branch' : 'committee');
    line.dataset.key = row.key;
    const count = (of) => element('td', '', number(sum(below.map(of))));
    const mark = (done) => element('td', done ? 'yes' : 'no', done ? '✓' : '–');
    const members = sum(below.map((one) => one.members));
    const reached = sum(below.map((one) => total(one.reached)));
    line.append(
      element('td', '', label(row)),
      element('td', '', number(members)),
      mark(figure(row, 'PLAN_ADOPTED')),
      mark(figure(row, 'MOBILIZATION_MEETING')),
      count((one) => total(one.activities)),
      element('td', '', share(reached, members * THEMES.length)),
      count((one) => figure(one, 'DUTY_REPORT')),
      count((one) => figure(one, 'REVIEW_RESULT')),
      count((one) => figure(one, 'NOMINATION')),
      count((one) => figure(one, 'COMMENDATION')));
    return line;
  });
  $('organizations').tHead.replaceChildren(head);
  $('organizations').tBodies[0].replaceChildren(...body);
}

/** Marks the phases of the campaign under the slider. */
async function phases() {
  const calendar = await rows('/api/activities/calendar?sort=key');
  const last = Number($('slider').max);
  const place = (date) => Math.min(100, Math.max(0, (100 * (Date.parse(date) - FIRST)) / DAY / last));
  $('phases').replaceChildren(...calendar.rows.flatMap((campaign) => campaign.phases).map((phase) => {
    const mark = element('span', '', `${phase.phase}`);
    mark.title = phase.titleZh;
    mark.style.left = `${place(phase.from)}%`;
    mark.style.width = `${place(phase.to ?? isoDate(last)) - place(phase.from)}%`;
    return mark;
  }));
}

function speak() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = `争优 · ${text('title')}`;
  document.querySelectorAll('[data-text]').forEach((node) => { node.textContent = text(node.dataset.text); });
  if (answer) show();
}

/** Signing out is a POST, so it carries the token against forged requests from its cookie. */
function guardSignOut() {
  $('sign-out').addEventListener('submit', () => {
    const token = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
    const field = element('input');
    field.type = 'hidden';
    field.name = '_csrf';
    field.value = token ? decodeURIComponent(token.slice('XSRF-TOKEN='.length)) : '';
    $('sign-out').append(field);
  });
}

function start() {
  const slider = $('slider');
  slider.max = Math.min(day(today()), Math.floor((Date.UTC(2012, 11, 31) - FIRST) / DAY));
  const wanted = new URLSearchParams(location.search).get('asOf');
  slider.value = wanted ? day(wanted) : slider.max;
  let pause;
  const moved = () => {
    $('date').textContent = isoDate(Number(slider.value));
    clearTimeout(pause);
    pause = setTimeout(load, 120);
  };
  slider.addEventListener('input', moved);
  $('language').addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    localStorage.setItem('language', language);
    speak();
  });
  guardSignOut();
  speak();
  moved();
  phases().catch((error) => notice(text('failed') + error.message));
}

start();
