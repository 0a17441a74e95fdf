/** What the console says in Chinese; the English has the same keys. */
export const zh = {
  title: '创先争优', otherLanguage: 'English', signOut: '退出', signOutEverywhere: '在所有设备上退出', docs: '接口说明', skip: '跳到正文',
  menu: '导航',
  mine: '我的', board: '看板',
  organizations: '组织', members: '党员', activities: '活动', evaluations: '考核',
  commendations: '表彰', insight: '历史',
  loading: '正在读取…', failed: '读取失败', unreachable: '无法连接平台。请检查网络后重试。',
  again: '重试', notVisible: '（不可见）', yes: '是', no: '否', none: '—',
  defect: '这是平台的缺陷，已记录。请把编号告诉运维人员：',
  // time
  asOf: '截至', knownAt: '当时已知', back: '回到现在',
  past: '您正在查看过去的情况：', asOfIs: '截至 {on} 的情况', knownAtIs: '只按 {on} 当时已登记的事实',
  timeBar: '时间',
  // lists
  rows: '共 {n} 条', more: '显示更多', empty: '没有您可以查看的数据。', filter: '筛选', addFilter: '添加筛选条件',
  remove: '移除', contains: '包含文字（可用拼音）', from: '从', to: '到', sortBy: '按“{field}”排序',
  details: '详情', backToList: '返回列表', whatCanBeDone: '可以办理', lists: '一览', acts: '办理事项',
  nothingToDo: '按您目前的职务，这里没有可以办理的事项。', imports: '导入表格', noPage: '没有这个页面。', history: '历史',
  // forms
  effectiveOn: '生效日期', effectiveOnHint: '事情实际发生的日期；不填为现在', paper: '据纸质材料代录',
  onBehalfOf: '代谁录入', document: '原始文件', submit: '提交', recorded: '已登记。',
  unchanged: '此前已登记，没有变化。', anotherOne: '再办一项', mayBe: '可以提交。', mayNot: '现在不能提交：',
  checking: '正在核对…', required: '请填写', choose: '请选择', chooseFile: '选择文件', add: '添加一项',
  find: '查找', search: '输入文字或拼音查找', nothingFound: '没有找到', all: '全选', noneOf: '全不选', chosen: '已选 {n} 人',
  lines: '每行一项', clause: '依据 {clause}', wrong: '请改正标出的各项。',
  draftKept: '草稿保存在本标签页中，提交后清除。', tooLong: '最多 {n} 字', noEffect: '没有需要改变的内容。',
  // several at once
  together: '对选中的 {n} 条一并办理', submitAll: '提交 {n} 项', stop: '停止', pick: '选择这一条', chooseAll: '全选（{n} 条）', chosenRows: '已选 {n} 条',
  couldBe: '{n} 项可以提交，尚未登记。', wereRecorded: '已登记 {n} 项。', refusedRows: '{n} 项不能提交，未登记',
  // tasks
  meetingHeld: '补记已开展的活动', meetingHint: '一次填完：活动内容、日期和到会党员。出席情况按当日名册登记；在活动页面可以更正。', heldOn: '开展日期', present: '出席', excused: '请假',
  goesOn: '前面的内容已登记；改正后再提交，从中断处继续。', heldBefore: '本组织的活动',
  myReport: '述职', noScheme: '这类对象的考核标准尚未公布，暂时不能提交。', noReportDue: '目前没有需要您提交的述职报告。', reportsBefore: '已提交的述职报告', reportOf: '{year} 年度述职报告 · {name}', oneself: '党员本人',
  // invites
  inviteHint: '生成一次性邀请码：本人凭码自选登录名和密码。新的邀请码使旧的失效；本人忘记密码时也用它重设。',
  inviteFor: '党员', validUntil: '有效期至', makeInvite: '生成邀请码', inviteTitle: '争优平台账号邀请', inviteCode: '邀请码', inviteAddress: '网址',
  inviteSteps: '请打开上述网址，选择“使用邀请码”，输入邀请码，自选登录名和密码。邀请码只能使用一次，请勿转交他人。',
  inviteOnce: '邀请码只显示这一次，离开本页后无法再次查看。',
  // documents
  documentKinds: 'PDF、JPEG 或 PNG 图片、UTF-8 纯文本、XLSX 或 DOCX，最多 50 MB；图片去除位置等附带信息后保存', storing: '正在上传，已发送 {percent}%', stored: '已上传', documentGone: '这份文件已不在平台上，请重新选择。',
  showDocument: '查看文件', saveDocument: '保存到本机', close: '关闭', noDocument: '平台上没有这份文件，或您无权查看。',
  documentFits: '内容与登记的摘要值一致。', documentDiffers: '内容与登记的摘要值不一致，请告诉运维人员。',
  // imports
  importing: '导入', chooseSheet: '选择 XLSX 或 CSV 文件', preview: '先核对，不登记', doImport: '登记这些行', sheetTotal: '共 {n} 行',
  sheetWouldBe: '{n} 行可以登记', sheetImported: '已登记 {n} 行', sheetUnchanged: '{n} 行此前已登记', sheetWrong: '{n} 行有误，不予登记', row: '行号', reason: '原因', progress: '已处理 {done} / {total} 行',
  // home
  whoIAm: '我的职务', noOffice: '您目前没有职务。', myActs: '我可以办理', myRecord: '我的记录', membership: '党籍与所属党支部',
  myAttendance: '我参加的活动', myReports: '我的述职与考核', myResults: '我的考核结果', myReach: '覆盖情况',
  // board
  themes: '五项活动：已开展次数与参加党员覆盖率', organizationsTable: '各党组织', membersCount: '党员', secondTier: '二级党组织',
  branches: '党支部', plans: '已制定方案', reviews: '述职报告', results: '评议结果', commended: '受表彰', held: '次', reached: '覆盖',
  organization: '党组织', plan: '方案', meeting: '动员会', heldActivities: '活动', coverage: '覆盖率', reports: '述职', nominations: '申报',
  coverageTable: '各二级党组织党员参加五项活动的覆盖率', reviewProgress: '考核进度', waitingFor: '待办：{step}', allSteps: '全部步骤已完成',
  twoYears: '两年历程：阶段、节点与每月完成的事项', month: '月份', actsOfMonth: '完成的事项', asTable: '表格', tableOf: '表格：{of}', pictureOf: '图：{of}', milestones: '节点', phases: '阶段', monthOf: '{month}：{n} 项',
  cascade: '方案落实：逐级制定、签收与动员', levelOf: '层级', organizationsOf: '组织数', planAdopted: '已制定', planOpen: '未制定', receiptOpen: '收到未签收', metOver: '已动员', meetingOpen: '未动员', adoptedOf: '已制定 {share}（{done} / {all}）',
  export: '导出', print: '打印', position: '账本位置（本服务 / 已收到）',
  compare: '比较两个日期', compareWith: '与这一天比较', differences: '新增 {added}，消失 {gone}，变化 {changed}', added: '新增', gone: '消失', changed: '变化', firstOnes: '只显示前 {n} 条。',
  todo: '待办', wholeList: '整个列表', planDue: '尚未制定方案', receiptDue: '上级方案尚未签收', meetingDue: '尚未召开动员会', activityDue: '已到计划日期、尚未开展的活动',
  projectDue: '逾期未结项的党员项目', officeDue: '尚未成立活动办公室', transferDue: '已撤并、须转移党员的党支部', reportDue: '未述职且未登记原因', presentationDue: '待述职',
  commentaryDue: '待点评', attestationDue: '待第二人核对计票', resultDue: '待评定结果', disclosureDue: '待反馈结果', statementDue: '待党总支陈述', decisionDue: '待评选决定', conferralDue: '待授予表彰',
  nextMonth: '下一月', previousMonth: '上一月', nextYear: '下一年', previousYear: '上一年', nextDecade: '下一个十年', previousDecade: '上一个十年',
  planTask: '方案任务',
  native: '系统登记', entered: '据纸质材料代录', leadingGroup: '领导小组', campaignOffice: '活动办公室', byPolicy: '按规则自动办理',
  // first start
  setup: '首次设置', setupHint: '平台还是空的。按下面四步设置，做完一步自动打勾；中途离开也可以，再次登录时从这里继续。', setupDone: '设置完成', setupNotYours: '首次设置由有“上级授权”角色的人员办理，请联系学校党委书记。',
  setupCommittee: '学校党委', setupSecretary: '党委书记', setupOrganizations: '导入党组织', setupMembers: '导入党员',
  university: '学校名称', committeeName: '党委名称', committeeNameEn: '党委英文名称（可不填）', establishedOn: '成立日期', establishedOnHint: '下级党组织的成立日期不能早于这一天',
  setupSecretaryHint: '以您现在登录的账号担任党委书记；之后由您任命其他人，并为他们开通账号。', since: '自', iAmSecretary: '由我担任党委书记',
  // verification
  verify: '核验', verifySaved: '核验已保存的依据', verifyHint: '下面是这一行所依据的每一项事实。点“重新计算”，由本浏览器从原始字节算出每项的链值，再逐笔算到账本末位；算完之前不下结论。',
  verifySavedHint: '选择先前保存的依据文件，由本浏览器重新计算，不向平台询问任何内容。', chooseEvidence: '依据文件（JSON）', noEvidence: '这不是本平台保存的依据文件，请选择用“保存依据”得到的文件。',
  compute: '重新计算', computing: '正在重新计算', computedAgain: '重新计算的结果', computedSame: '重新计算：一致', computedOther: '重新计算：不一致',
  computedLeaves: '由 {leaves} 项链值算到账本末位 {head}，与平台所报的末位相同。', saveEvidence: '保存依据',
  notProven: '“一致”说明这些事实就在所报末位之前的账本里，一个字节也没有改。末位本身是否就是当初的末位，要与另行保存的末位核对；内容不对您公开的事实只核对链值。',
  bytesDiffer: '位置 {position}：字节与链值不符', saidDiffers: '位置 {position}：所示内容与字节不符', chainDiffers: '位置 {position}：不在链上，或链上是另一个值', headDiffers: '算出的末位（{position}）与平台所报不同',
  restsOn: '依据的事实（{n} 项）', fact: '事实', recordedAt: '记录时间', place: '账本位置', hash: '链值', usedBy: '用于', verdict: '结论',
  notComputed: '尚未计算', hashOnly: '内容不对您公开，只核对链值', bytesSame: '字节、链值一致', hashSame: '链值一致',
  // guide
  guide: '指南', tasks: '本页内容', common: '通用操作', 'committee-secretary': '党委书记', 'campaign-office': '活动办公室（党委副书记）',
  'general-branch-secretary': '党总支书记', 'branch-secretary': '党支部书记', member: '党员', supervisor: '督导组', auditor: '审计员',
  facts: '依据已收到的 {n} 项事实', phase: '阶段', done: '已完成', open: '未完成',
};

/** A key of the words. */
export type Word = keyof typeof zh;
