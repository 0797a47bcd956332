// Generated from the Go types by web/tsgen. Do not edit: run `make generate`.

export interface AcceptSuggestions {
  suggestions: string[][]
}

export interface Ack {
  t: 'ack'
  n: number
  me?: Me | null
}

export interface Activity {
  id: string
  kind: Kind
  minutes: number
  limit?: number
  title?: string
  prompt?: string
  poles?: Poles[]
  of?: string
  turns?: Turn[]
  mode?: Mode
  hold?: boolean
  ballot?: Method
  among?: Among
}

export type ActivityStatus = 'planned' | 'open' | 'closed'

export interface ActivitySummary {
  id: string
  kind: Kind
  minutes: number
  limit?: number
  title?: string
  prompt?: string
  poles?: Poles[]
  of?: string
  turns?: Turn[]
  mode?: Mode
  hold?: boolean
  ballot?: Method
  among?: Among
  status: ActivityStatus
  opened?: string
  closed?: string
  modes?: Mode[]
}

export interface AddCard {
  id: string
  text: string
  why?: string
  sight?: Sight
}

export interface AddPaperCard {
  id: string
  text: string
  why?: string
}

export interface AgendaFile {
  version: number
  name: string
  minutes: number
  steps: PlannedStep[]
}

export interface AgendaItem {
  activities: PlannedActivity[]
  minutes: number
}

export interface AgendaList {
  agendas: KeptAgenda[]
}

export interface AgreeStep {
  id: string
  agreed: boolean
}

export type Among = '' | 'top' | 'tied'

export interface Answered {
  key: string
  label?: string
  text?: string
  low?: string
  high?: string
  min?: number
  max?: number
  unsure?: boolean
  length?: number
  n: number
  counts?: number[]
  dontKnow?: number
  mean: number
  median: number
  texts?: ReadText[]
}

export interface AnsweredApart {
  reason: NoComparison
  groups: AnsweredGroup[]
}

export interface AnsweredGroup {
  names: string[]
  n: number
  mean: number | null
}

export interface ArrangeTables {
  tables: number
  values: ValueTables[]
}

export interface ArrangementsItem {
  list: DoneItem[]
  tabs: number
  alike: number
}

export type AssignSeats = Record<string, never>

export interface Backing {
  voters: number
  ballots: number
}

export interface BallotItem {
  round: number
  open: boolean
  method: Method
  options: Option[]
  dots: number
  perOption: number
  top: number
  among?: Among
  of?: number
  through?: Named[]
}

export type Band = '' | 'almost_certain' | 'likely' | 'doubtful' | 'unlikely'

export type Benefit = '' | 'organisation' | 'people' | 'society'

export interface Blueprint {
  name: string
  minutes: number
  steps: PlannedStep[]
}

export interface CancelledRound {
  round: number
  ballots: number
}

export interface CardItem {
  id: string
  text: string
  cluster: string
  hidden?: boolean
  order: number
  paper?: boolean
  why?: string
  with?: Company
  stronger?: Company
  sight?: Sight
}

export interface CastBallot {
  round: number
  dots: Record<string, number>
  seat?: number
}

export interface CertaintyNote {
  resamples: number
  seed: string
}

export interface ChoiceItem {
  value: string
  name: string
  round: number
  open: boolean
  drafts: TableDraft[]
  room: RoomChoice | null
}

export interface ChoicesItem {
  rooms: Record<string, RoomChoice | null>
}

export interface ChooseDraft {
  round: number
  table: number
}

export interface ChooseGroup {
  group: string
}

export interface ClarifyItem {
  activity: string
  open: boolean
  options: ClearOption[]
  proposals?: ProposedCard[]
}

export interface ClearOption {
  id: string
  name: string
  words: string[]
  unclear?: number
  misplaced?: number
}

export type CloseActivity = Record<string, never>

export type CloseChoice = Record<string, never>

export interface ClusterItem {
  id: string
  name: string
  named?: boolean
  parked?: boolean
  size: number
  order: number
  doubts?: number
  merged?: boolean
}

export interface ClusterSummary {
  id: string
  name: string
  parked: boolean
  cards: number
  words: Wording[]
}

export interface ClusteringItem {
  undo: number
}

export type Code = 'invalid' | 'denied' | 'closed' | 'not_found' | 'taken' | 'busy' | 'unavailable'

export interface CommandPost {
  role: Role
  key?: string
  client: string
  do: Do[]
}

export type Company = 'alone' | 'pair' | 'four' | 'all' | 'late'

export interface ComparedGroup {
  names: string[]
  voters: number
}

export interface ComparedValue {
  id: string
  score: number
  rank: number
  connects: boolean
  shares: Support[]
}

export interface Comparison {
  reason: NoComparison
  groups: ComparedGroup[]
  values: ComparedValue[]
  differences: Difference[]
  pairs: Pair[]
}

export interface Counts {
  joined: number
  wrote: number
  cards: number
  hidden: number
  voted: number
  paper?: number
  talked?: number
  stronger?: number
  proposed?: number
  phones?: number
  paperCards?: number
  seen?: number
}

export interface DeckItem {
  themes: DeckItemTheme[]
}

export interface DeckItemTheme {
  name: string
  values: DeckItemValue[]
}

export interface DeckItemValue {
  name: string
  description: string
}

export interface DeskWritten {
  value: string
  table: number
  lacks: Lack[]
}

export interface Difference {
  id: string
  more: number
  less: number
  range: Interval | null
  firm: boolean
}

export interface DoneItem {
  at: string
  verb: string
  tab: number
  words: string[]
  cards: number
  into?: string
  accepted?: SuggestReason[]
}

export interface DoubtMerge {
  cluster: string
  doubted: boolean
}

export interface DraftCount {
  table: number
  n: number
}

export interface DraftItem {
  value: string
  table: number
  sentence: string
  when: string[]
  unless: string
  lacks: Lack[]
}

export interface Duel {
  over: string
  for: number
  against: number
}

export interface EarlierItem {
  rounds: HeldRound[]
}

export interface EditActivity {
  id: string
  kind: Kind
  minutes: number
  limit?: number
  title?: string
  prompt?: string
  poles?: Poles[]
  of?: string
  turns?: Turn[]
  mode?: Mode
  hold?: boolean
  ballot?: Method
  among?: Among
}

export interface EditCard {
  id: string
  text: string
  why?: string
  sight?: Sight
}

export type EndSession = Record<string, never>

export interface EnterPaper {
  round: number
  id: string
  group?: string
  dots: Record<string, number>
}

export interface ExtendTimer {
  seconds: number
}

export interface FillSheet {
  activity: string
  numbers?: Record<string, number>
  texts?: Record<string, string>
}

export interface FormItem {
  activity: string
  open: boolean
  questions: Question[]
  pairs?: KeyPair[]
}

export interface Formulation {
  value: string
  name: string
  sentence: string
  when: string[]
  unless: string
  table?: number
  support?: Backing | null
  lacks: Lack[]
  room?: RoomChoice | null
}

export interface FoundSession {
  id: string
  title: string
  lang: Lang
  status: Status
  fictional: boolean
  startedAt: number
  places: Place[]
  more: number
}

export interface Frame {
  t: 'frame'
  mark: string
  rev: number
  since: number
  set: Record<string, unknown>
  drop?: string[]
}

export interface Gap {
  from: string
  to: string
  n: number
  mean: number
}

export interface GiveTip {
  id: string
  value: string
  part: Lack
  text: string
}

export interface GlimpseItem {
  words: string[]
}

export interface Group {
  id: string
  name: string
  partner?: string
}

export interface GroupCount {
  name: string
  joined: number
}

export interface HeldRound {
  vote: Result
  comparison: Comparison | null
  ballot?: Named[]
  ballots?: number[][]
}

export interface Hello {
  t: 'hello'
  role: Role
  key?: string
  client: string
  mark?: string
  rev?: number
}

export interface HideCard {
  id: string
}

export interface HideIntention {
  id: string
  hidden: boolean
}

export interface HideStep {
  id: string
  hidden: boolean
}

export interface HideText {
  activity: string
  text: string
  hidden: boolean
}

export type Horizon = '' | 'week' | 'month' | 'quarter'

export interface Intention {
  when?: string
  then: string
  horizon?: Horizon
}

export interface IntentionItem {
  id: string
  when?: string
  then: string
  horizon?: Horizon
  hidden?: boolean
}

export interface Interval {
  low: number
  high: number
}

export interface JoinRequest {
  pin: string
}

export interface Joined {
  id: string
  title: string
  lang: Lang
}

export interface KeptAgenda {
  id: string
  agenda: Blueprint
  savedAt: number
}

export interface KeyPair {
  from: string
  to: string
}

export type Kind = 'welcome' | 'checkin' | 'tensions' | 'write' | 'rounds' | 'cluster' | 'clarify' | 'vote' | 'reveal' | 'pause' | 'formulate' | 'consent' | 'rate' | 'commit' | 'checkout'

export type Lack = 'sentence' | 'when' | 'unless' | 'support'

export type Lang = 'nl' | 'en'

export type LayPen = Record<string, never>

export interface LetThrough {
  cards: Record<string, string>
}

export interface LibraryAnswer {
  found: FoundSession[]
  total: number
  groups: string[]
}

export type LinkState = 'open' | 'revoked' | 'expired'

export interface Links {
  join: string
  site: string
  screen?: string
  host?: string
}

export interface ListedPulse {
  day: number
  open: boolean
  openedAt: number
  closesAt: number
  answered: number
}

export interface ListedSession {
  id: string
  pin: string
  title: string
  lang: Lang
  status: Status
  fictional: boolean
  rehearsal?: boolean
  startedAt: number
  imported?: number
  host: string
  screen: string
  join: string
}

export interface MarkChecked {
  known: boolean
  endedAt?: number
  forgotten?: boolean
}

export interface Me {
  group: string
  chosen: boolean
  cards: OwnCard[]
  ballot: OwnBallot | null
  sheets?: Record<string, Sheet>
  people?: number
  ballots?: OwnBallot[]
  objections?: Record<string, Objection>
  proposals?: ProposedCard[]
  steps?: OwnStep[]
  shared?: Intention | null
  story?: string
  table?: OwnTable | null
  choice?: OwnChoice | null
}

export interface MeMessage {
  t: 'me'
  me: Me | null
}

export interface MergeClusters {
  into: string
  from: string[]
}

export type Method = '' | 'dots' | 'score' | 'ranked'

export type Mode = '' | 'inspired' | 'open'

export interface MoveActivity {
  activity: string
  at: number
}

export interface MoveCards {
  cards: string[]
  to: string
  from?: string[]
}

export interface Named {
  id: string
  name: string
}

export interface NewPulse {
  day: number
}

export interface NewReportLink {
  label: string
  room: boolean
  days: number
}

export interface NewSession {
  title: string
  lang: Lang
  groups: string[]
  template: string
  fictional: boolean
  partners?: Record<string, string>
  threshold?: number
  steps?: PlannedStep[]
  minutes?: number
  phones?: number
}

export type NoComparison = '' | 'no_groups' | 'few_ballots' | 'small_groups' | 'small_rest' | 'ranked' | 'again'

export interface NoteActivity {
  activity: string
  note: string
}

export interface NotesItem {
  notes: Record<string, string>
}

export interface NowItem {
  activity: string
  kind: Kind
  open: boolean
  index: number
  limit?: number
  mode?: Mode
  hold?: boolean
}

export interface ObjectToOption {
  option: string
  objection: Objection
}

export type Objection = '' | 'unclear' | 'misplaced'

export interface OpenActivity {
  activity: string
}

export interface OpenChoice {
  value: string
}

export interface OpenTurn {
  activity: string
  turn: number
}

export interface Option {
  id: string
  name: string
  words: string[]
}

export interface OptionResult {
  id: string
  name: string
  rank: number
  dots: number
  voters: number
  inTop: boolean
  topShare: number
  band: Band
  rankLow: number
  rankHigh: number
  mean?: number
  counts?: number[]
  beats?: Duel[]
}

export interface Outcome {
  activity: string
  kind: Kind
  title?: string
  sheets: number
  joined: number
  questions: Answered[]
  gaps: Gap[]
  of?: string
  shifts?: Gap[]
  rating?: Rating | null
  shown?: boolean
}

export interface OwnBallot {
  round: number
  dots: Record<string, number>
  seat?: number
  people?: number
}

export interface OwnCard {
  id: string
  text: string
  cluster: string
  doubted?: boolean
  why?: string
  with?: Company
  stronger?: Company
  sight?: Sight
}

export interface OwnChoice {
  round: number
  table: number
}

export interface OwnDraft {
  value: string
  sentence: string
  when: string[]
  unless: string
}

export interface OwnStep {
  id: string
  what: string
  first?: string
  owner?: string
  date?: string
  measure?: string
  benefits?: Benefit
  obstacle?: string
}

export interface OwnTable {
  table: number
  pen: Pen
  drafts: OwnDraft[]
  tips: Tip[]
}

export interface Pair {
  a: string
  b: string
  both: number
  lift: number
  firm: boolean
}

export interface PaperBallot {
  id: string
  group?: string
  dots: Record<string, number>
}

export interface PaperItem {
  round: number
  ballots: PaperBallot[]
}

export interface ParkCluster {
  cluster: string
  parked: boolean
}

export type PauseTimer = Record<string, never>

export type Pen = 'free' | 'yours' | 'theirs'

export interface PeopleItem {
  joined: number
  phones?: number
  groups?: Record<string, number>
}

export interface Piece {
  text: string
  hit?: boolean
}

export interface Ping {
  t: 'ping'
}

export interface Place {
  where: Where
  pieces: Piece[]
}

export interface PlanActivity {
  id: string
  kind: Kind
  minutes: number
  limit?: number
  title?: string
  prompt?: string
  poles?: Poles[]
  of?: string
  turns?: Turn[]
  mode?: Mode
  hold?: boolean
  ballot?: Method
  among?: Among
  at: number
}

export interface PlannedActivity {
  id: string
  kind: Kind
  minutes: number
  limit?: number
  title?: string
  prompt?: string
  poles?: Poles[]
  of?: string
  turns?: Turn[]
  mode?: Mode
  hold?: boolean
  ballot?: Method
  among?: Among
  status: ActivityStatus
  opened?: number
  closed?: number
}

export interface PlannedStep {
  id: string
  kind: Kind
  minutes: number
  limit?: number
  title?: string
  prompt?: string
  poles?: Poles[]
  of?: string
  turns?: Turn[]
  mode?: Mode
  hold?: boolean
  ballot?: Method
  among?: Among
  note?: string
}

export interface Poles {
  left: string
  right: string
}

export interface Poll {
  role: Role
  key?: string
  client: string
  mark?: string
  rev?: number
  me?: string
  presence?: string
  fresh?: boolean
}

export interface Polled {
  messages: ServerMessage[]
  me?: string
  presence?: string
}

export interface Pong {
  t: 'pong'
  at: number
}

export interface PresenceMessage {
  t: 'presence'
  connected: number
  hosts?: number
  server?: number
  capacity?: number
}

export interface Problem {
  code: Code
  field?: string
  reason?: Reason
  limit?: number
  retry?: boolean
}

export interface ProblemReply {
  problem: Problem
  also?: Problem[]
  retryIn?: number
}

export interface ProgressItem {
  done: number
  of: number
  paper?: number
  cards?: number
  steps?: number
  phones?: boolean
}

export type ProposalStatus = 'waiting' | 'accepted' | 'declined' | 'withdrawn'

export interface ProposeValue {
  id: string
  text: string
}

export interface ProposedCard {
  id: string
  text: string
  status: ProposalStatus
}

export interface PulseList {
  link: string
  endedAt: number
  values: string[]
  pulses: ListedPulse[]
}

export interface PulseOf {
  session: string
  day: number
}

export type Quadrant = 'work_on' | 'keep' | 'follow' | 'spare' | ''

export interface Question {
  key: string
  label?: string
  text?: string
  low?: string
  high?: string
  min?: number
  max?: number
  unsure?: boolean
  length?: number
}

export interface RatedApart {
  importance: AnsweredApart
  presence: AnsweredApart
}

export interface RatedValue {
  id: string
  name: string
  n: number
  dontKnow: number
  importance: number
  presence: number
  gap: number
  quadrant: Quadrant
  apart?: RatedApart | null
}

export interface Rating {
  importance: number
  presence: number
  values: RatedValue[]
}

export interface ReadText {
  text: string
  count: number
  hidden?: boolean
}

export type Reason = 'too_long' | 'empty' | 'too_many' | 'unknown' | 'not_open' | 'wrong_activity' | 'ended' | 'not_yours' | 'over_budget' | 'over_option' | 'negative_dots' | 'old_round' | 'nothing_to_vote' | 'is_current' | 'has_answers' | 'nothing_to_rate' | 'moved' | 'not_merged' | 'nothing_to_undo' | 'vote_open' | 'no_timer' | 'malformed' | 'needs_cookie' | 'too_much_at_once' | 'out_of_range' | 'wrong_origin' | 'server_stopping' | 'nothing_to_formulate' | 'nothing_to_consent' | 'no_seat' | 'no_pen' | 'pen_held' | 'still_writing' | 'one_draft' | 'consent_open' | 'too_many_options' | 'no_round_before' | 'no_tie' | 'not_final' | 'does_not_add_up' | 'not_sorted' | 'twice' | 'not_shown' | 'already_there'

export interface RefuseSuggestions {
  suggestions: string[][]
}

export interface Refused {
  t: 'problem'
  n: number
  problem: Problem
}

export interface RelatedPair {
  clusters: string[]
}

export interface RemoveActivity {
  activity: string
  sure: boolean
}

export interface RemoveCard {
  id: string
}

export interface RemovePaper {
  round: number
  id: string
}

export interface RemoveStep {
  id: string
}

export interface RenameCluster {
  cluster: string
  name: string
}

export interface ReportLink {
  token: string
  url: string
  label: string
  room: boolean
  state: LinkState
  made: number
  until: number
}

export interface ReportLinks {
  links: ReportLink[]
}

export interface RestoreCard {
  id: string
}

export interface Result {
  round: number
  options: OptionResult[]
  ballots: number
  joined: number
  dots: number
  perOption: number
  dotsPlaced: number
  top: number
  certainty: CertaintyNote | null
  method?: Method
  among?: Among
  of?: number
  through?: Named[]
  paper?: number
}

export type ResumeTimer = Record<string, never>

export type Role = 'host' | 'participant' | 'screen' | 'preview'

export interface RoomChoice {
  chosen: number
  joined: number
  none: number
  drafts: DraftCount[]
  best: number[]
}

export type RoundStatus = 'none' | 'open' | 'closed' | 'cancelled'

export interface RoundsItem {
  activity: string
  open: boolean
  turns: Turn[]
  turn: number
  cards: number
  stronger: number
}

export type Says = '' | 'hardly_anybody' | 'nearly_everybody'

export interface SeatsItem {
  taken: number[]
  nowhere: number
  written: DeskWritten[]
}

export interface SessionCreated {
  id: string
  pin: string
  host: string
  screen: string
  join: string
}

export interface SessionImported {
  id: string
  title: string
  forgot: boolean
  host: string
}

export interface SessionItem {
  id: string
  pin: string
  title: string
  lang: Lang
  status: Status
  fictional: boolean
  rehearsal?: boolean
  groups: Group[]
  startedAt: number
  imported?: number
}

export interface SessionList {
  sessions: ListedSession[]
  templates: Template[]
}

export interface SettleProposal {
  id: string
  accepted: boolean
}

export interface SettleText {
  value: string
  name: string
  sentence: string
  when: string[]
  unless: string
  table: number
}

export interface SettleTip {
  id: string
}

export interface ShareIntention {
  when?: string
  then: string
  horizon?: Horizon
}

export interface SharePhone {
  people: number
}

export interface ShareStory {
  text: string
}

export interface SharedStory {
  id: string
  text: string
}

export interface Sheet {
  numbers?: Record<string, number>
  texts?: Record<string, string>
}

export interface ShowBridge {
  shown: boolean
}

export interface ShowDeck {
  shown: boolean
}

export interface ShowDrafts {
  value: string
}

export interface ShowIntentions {
  shown: boolean
}

export interface ShowSteps {
  shown: boolean
}

export interface ShowTexts {
  activity: string
  shown: boolean
}

export type Sight = '' | 'held' | 'seen'

export interface SignIn {
  key: string
}

export interface SplitCluster {
  cluster: string
}

export type Status = 'lobby' | 'running' | 'ended'

export interface StepItem {
  id: string
  what: string
  first?: string
  owner?: string
  date?: string
  measure?: string
  benefits?: Benefit
  obstacle?: string
  agreed?: boolean
  hidden?: boolean
  order: number
}

export interface StepSummary {
  what: string
  first?: string
  owner?: string
  date?: string
  measure?: string
  benefits?: Benefit
  obstacle?: string
  agreed?: boolean
}

export interface StoriesItem {
  stories: SharedStory[]
}

export interface StrengthenCard {
  id: string
  stronger: boolean
}

export type SuggestReason = 'value' | 'stem' | 'spelling'

export interface Suggestion {
  clusters: string[]
  reason: SuggestReason
  word?: string
}

export interface SuggestionsItem {
  list: Suggestion[]
  more?: number
  related: RelatedPair[]
}

export interface Summary {
  version: number
  id: string
  title: string
  lang: Lang
  fictional: boolean
  pulse?: PulseOf | null
  final: boolean
  forgot: boolean
  rehearsal?: boolean
  startedAt: string
  endedAt?: string
  counts: Counts
  groups: GroupCount[]
  activities: ActivitySummary[]
  minutes?: number
  clusters: ClusterSummary[]
  vote: Result | null
  comparison: Comparison | null
  ballots: number[][]
  ballot: Option[]
  cancelled: CancelledRound[]
  rounds?: HeldRound[]
  outcomes?: Outcome[]
  steps?: StepSummary[]
  shared?: Intention[]
  before?: string
  formulations?: Formulation[]
}

export interface Support {
  voters: number | null
  says: Says
  percent: number | null
  weight: number
}

export interface TableDraft {
  table: number
  sentence: string
  when: string[]
  unless: string
}

export interface TableValue {
  id: string
  name: string
  tables: number[]
}

export interface TablesItem {
  tables: number
  values: TableValue[]
  shown: string
}

export interface TakePen {
  sure: boolean
}

export interface TakeSeat {
  table: number
}

export interface Template {
  key: string
  minutes: number
  steps: Activity[]
}

export interface TimerItem {
  running: boolean
  total: number
  deadline?: number
  left?: number
}

export interface Tip {
  id: string
  value: string
  part: Lack
  text: string
}

export interface Turn {
  with: Company
  minutes: number
}

export type UndoClustering = Record<string, never>

export interface ValueTables {
  id: string
  tables: number[]
}

export interface VoteItem {
  round: number
  status: RoundStatus
  revealed: boolean
  cancelled: number
  bridge?: boolean
}

export interface WallItem {
  steps: boolean
  shared: boolean
}

export interface Welcome {
  t: 'welcome'
  role: Role
  at: number
  lastN: number
  links: Links
  known?: boolean
}

export type Where = 'title' | 'formulation' | 'value' | 'card'

export type WithdrawIntention = Record<string, never>

export interface WithdrawProposal {
  id: string
}

export interface Wording {
  text: string
  count: number
  paper?: number
}

export interface WriteDraft {
  value: string
  sentence: string
  when: string[]
  unless: string
}

export interface WriteStep {
  id: string
  what: string
  first?: string
  owner?: string
  date?: string
  measure?: string
  benefits?: Benefit
  obstacle?: string
}

/** Items of a view that stand for one thing, by key. */
export interface Items {
  agenda?: AgendaItem
  arrangements?: ArrangementsItem
  ballot?: BallotItem
  choice?: ChoiceItem
  choices?: ChoicesItem
  clarify?: ClarifyItem
  clustering?: ClusteringItem
  comparison?: Comparison
  deck?: DeckItem
  earlier?: EarlierItem
  form?: FormItem
  notes?: NotesItem
  now?: NowItem
  paper?: PaperItem
  people?: PeopleItem
  progress?: ProgressItem
  result?: Result
  rounds?: RoundsItem
  seats?: SeatsItem
  session?: SessionItem
  stories?: StoriesItem
  suggestions?: SuggestionsItem
  tables?: TablesItem
  timer?: TimerItem
  vote?: VoteItem
  wall?: WallItem
}

/** Items that stand for many things of a kind: the key is `kind/id`. */
export interface Families {
  card: CardItem
  cluster: ClusterItem
  draft: DraftItem
  final: Formulation
  glimpse: GlimpseItem
  intention: IntentionItem
  outcome: Outcome
  step: StepItem
}

/** Commands by type, with their fields. */
export interface Commands {
  accept_suggestions: AcceptSuggestions
  add_card: AddCard
  add_paper_card: AddPaperCard
  agree_step: AgreeStep
  arrange_tables: ArrangeTables
  assign_seats: AssignSeats
  cast_ballot: CastBallot
  choose_draft: ChooseDraft
  choose_group: ChooseGroup
  close_activity: CloseActivity
  close_choice: CloseChoice
  doubt_merge: DoubtMerge
  edit_activity: EditActivity
  edit_card: EditCard
  end_session: EndSession
  enter_paper: EnterPaper
  extend_timer: ExtendTimer
  fill_sheet: FillSheet
  give_tip: GiveTip
  hide_card: HideCard
  hide_intention: HideIntention
  hide_step: HideStep
  hide_text: HideText
  lay_pen: LayPen
  let_through: LetThrough
  merge_clusters: MergeClusters
  move_activity: MoveActivity
  move_cards: MoveCards
  note_activity: NoteActivity
  object_to_option: ObjectToOption
  open_activity: OpenActivity
  open_choice: OpenChoice
  open_turn: OpenTurn
  park_cluster: ParkCluster
  pause_timer: PauseTimer
  plan_activity: PlanActivity
  propose_value: ProposeValue
  refuse_suggestions: RefuseSuggestions
  remove_activity: RemoveActivity
  remove_card: RemoveCard
  remove_paper: RemovePaper
  remove_step: RemoveStep
  rename_cluster: RenameCluster
  restore_card: RestoreCard
  resume_timer: ResumeTimer
  settle_proposal: SettleProposal
  settle_text: SettleText
  settle_tip: SettleTip
  share_intention: ShareIntention
  share_phone: SharePhone
  share_story: ShareStory
  show_bridge: ShowBridge
  show_deck: ShowDeck
  show_drafts: ShowDrafts
  show_intentions: ShowIntentions
  show_steps: ShowSteps
  show_texts: ShowTexts
  split_cluster: SplitCluster
  strengthen_card: StrengthenCard
  take_pen: TakePen
  take_seat: TakeSeat
  undo_clustering: UndoClustering
  withdraw_intention: WithdrawIntention
  withdraw_proposal: WithdrawProposal
  write_draft: WriteDraft
  write_step: WriteStep
}

export type CommandType = keyof Commands

export interface Do<K extends CommandType = CommandType> {
  t: 'do'
  n: number
  type: K
  data: Commands[K]
}

export type ClientMessage = Hello | Do | Ping
export type ServerMessage = Welcome | Frame | MeMessage | PresenceMessage | Ack | Refused | Pong
