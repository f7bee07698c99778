import type { EpochMs } from "../shared/common/time.js";
import type { MessageTemplates } from "../shared/messages/template.js";
import type { TrustSettings } from "../shared/trust/trust-settings.js";
import type { WishSettings } from "../shared/wishes/wish-settings.js";
import type { AuditStore } from "./audit/audit-store.js";
import type { RecordSearchStore } from "./audit/record-search-store.js";
import type { BoardMonthStore } from "./board/board-month-store.js";
import type { ChangeStore } from "./changes/change-store.js";
import type { CheckStore } from "./checks/check-store.js";
import type { CoverageDayStore } from "./circle/coverage-day-store.js";
import type { PeopleTableStore } from "./circle/people-table-store.js";
import type { ScenarioStore } from "./circle/scenario-store.js";
import type { AppealStore } from "./classes/appeal-store.js";
import type { BookingStore } from "./classes/booking-store.js";
import type { ClassReadingStore } from "./classes/class-reading-store.js";
import type { CourseStore } from "./classes/course-store.js";
import type { SessionStore } from "./classes/session-store.js";
import type { ClientErrorStore } from "./client-errors/client-error-store.js";
import type { DemandStore } from "./demand/demand-store.js";
import type { UnmetCounter } from "./demand/unmet-counter.js";
import type { DemoClock } from "./demo/demo-clock.js";
import type { DemoSeedStore } from "./demo/demo-seed-store.js";
import type { GroupStore } from "./groups/group-store.js";
import type { RedisHealth } from "./health/redis-health-store.js";
import type { HeavyWork } from "./heavy-work/heavy-work.js";
import type { RollCallStore } from "./holidays/roll-call-store.js";
import type { IdempotentWriteStore } from "./http/idempotent-write-store.js";
import type { RateLimits } from "./http/rate-limit-store.js";
import type { JobRunStore } from "./jobs/job-run-store.js";
import type { LogLine } from "./log-lines.js";
import type { LongWorkStore } from "./long-work/long-work-store.js";
import type { MissingStore } from "./missing-stations/missing-store.js";
import type { FollowerStore } from "./notices/follower-store.js";
import type { NewsStore } from "./notices/news-store.js";
import type { OpenData } from "./open-data/open-data.js";
import type { GrantStore } from "./outbox/grant-store.js";
import type { OutboxStore } from "./outbox/outbox-store.js";
import type { PackStore } from "./packs/pack-store.js";
import type { Fingerprints } from "./people/fingerprints.js";
import type { InvitationStore } from "./people/invitation-store.js";
import type { OpenIdStore } from "./people/open-id-store.js";
import type { ResealStore } from "./people/reseal-store.js";
import type { TextSealer } from "./people/sealed-text.js";
import type { SignInCodeStore } from "./people/sign-in-code-store.js";
import type { SignInStore } from "./people/sign-in-store.js";
import type { TokenSigner } from "./people/token-signer.js";
import type { UserStore } from "./people/user-store.js";
import type { PhotoCheck } from "./photos/photo-check.js";
import type { PhotoCheckStore } from "./photos/photo-check-store.js";
import type { PhotoFiles } from "./photos/photo-files.js";
import type { StationSnapshot } from "./snapshot/station-snapshot.js";
import type { DistrictStore } from "./stations/district-store.js";
import type { ShownStore } from "./stations/shown-store.js";
import type { StationImportStore } from "./stations/station-import-store.js";
import type { StationStore } from "./stations/station-store.js";
import type { ReportStore } from "./trust/report-store.js";
import type { WantedStore } from "./wanted-classes/wanted-store.js";
import type { ContentCheck } from "./wechat/content-check.js";
import type { WechatPush } from "./wechat/push-envelope.js";
import type { Wechat } from "./wechat/wechat.js";
import type { WishStore } from "./wishes/wish-store.js";

/** Everything the program takes from outside. */
export interface Dependencies {
  mode: "demo" | "production";
  version: string;
  clock: () => EpochMs;
  /** The machine's own time, which no demo sets: sign-ins go by it. */
  wallClock: () => EpochMs;
  /** An id that starts with letters and cannot be guessed. */
  newId: (prefix: string) => string;
  /** A code that people read out and type, of so many characters. */
  newCode: (length: number) => string;
  /** Set in demo mode only. */
  demoClock: DemoClock | null;
  stations: StationStore;
  /** Areas as files for phones. */
  packs: PackStore;
  /** The stations in memory. */
  snapshot: StationSnapshot;
  stationImports: StationImportStore;
  /** Changes of many stations. */
  changes: ChangeStore;
  districts: DistrictStore;
  coverageDays: CoverageDayStore;
  /** Questions for next steps that officers keep. */
  scenarios: ScenarioStore;
  /** How many people live or work where. */
  peopleTables: PeopleTableStore;
  boardMonths: BoardMonthStore;
  demand: DemandStore;
  /** Counts searches that find nothing; null: they are not counted. */
  unmet: UnmetCounter | null;
  /** How often stations stood first in lists. */
  shown: ShownStore;
  /** Samples of doors, and what was found there. */
  checks: CheckStore;
  /** Whether everybody may see how often doors were open when they were said to be. */
  showsChecks: boolean;
  /** The registered name of whoever runs the installation, for reports; null: nobody said. */
  operatorName: string | null;
  /** Who was asked about which holiday. */
  rollCalls: RollCallStore;
  audit: AuditStore;
  /** The same record, looked through for what a report needs. */
  recordSearch: RecordSearchStore;
  users: UserStore;
  signIns: SignInStore;
  signInCodes: SignInCodeStore;
  invitations: InvitationStore;
  openIds: OpenIdStore;
  tokens: TokenSigner;
  rateLimits: RateLimits;
  /** WeChat's server API; null where no mini-program is configured. */
  wechat: Wechat | null;
  contentCheck: ContentCheck;
  /** What WeChat signs its messages to us with; null: it sends none. */
  wechatPush: WechatPush | null;
  /** Where pictures lie; null: there is nowhere to keep them. */
  photoFiles: PhotoFiles | null;
  photoCheck: PhotoCheck;
  photoChecks: PhotoCheckStore;
  /** What is heavy, in threads beside the one that answers. */
  heavyWork: HeavyWork;
  /** The templates of the messages that are sent to people. */
  messageTemplates: MessageTemplates;
  reports: ReportStore;
  /** What people say is missing. */
  missing: MissingStore;
  classSessions: SessionStore;
  classReadings: ClassReadingStore;
  bookings: BookingStore;
  appeals: AppealStore;
  courses: CourseStore;
  /** What people want to learn. */
  wanted: WantedStore;
  trustSettings: TrustSettings;
  wishes: WishStore;
  reseals: ResealStore;
  wishSettings: WishSettings;
  /** Under which terms others may use the stations; null: they are not given out. */
  openData: OpenData | null;
  /** Whether everybody may see what is asked for, offered and there. */
  showsPublicLists: boolean;
  /** Encrypts what is personal. */
  sealer: TextSealer;
  /** The same for the same text, from which nobody without the installation's key finds the text. */
  fingerprint: (text: string) => string;
  /** What stands for people, phones and addresses where they are told apart. */
  fingerprints: Fingerprints;
  outbox: OutboxStore;
  /** What people have said yes to. */
  grants: GrantStore;
  /** What happened that people are to be told of. */
  news: NewsStore;
  /** Who asked to be told what comes of a report. */
  followers: FollowerStore;
  /** Robots of chat groups. */
  groups: GroupStore;
  /** What stands in the place of the three hosts of robots, in tests; null: nothing. */
  groupBase: string | null;
  jobRuns: JobRunStore;
  /** What takes longer than one request. */
  longWork: LongWorkStore;
  clientErrors: ClientErrorStore;
  /** Clients that say they are older are turned away; null: none are. */
  minClientVersion: string | null;
  /** What the timer that runs the jobs has to know; null: it may not come from outside. */
  cronSecret: string | null;
  idempotentWrites: IdempotentWriteStore;
  askRedis: () => Promise<RedisHealth>;
  /** Null: a write that is in one Redis is enough. */
  replication: ReplicaWait | null;
  demoSeeds: DemoSeedStore;
  /** Whether the web pages can be served; true where something else serves them. */
  arePagesReady: () => Promise<boolean>;
  /** Whether answers leave compressed; not where something in front of this process does that. */
  compressesAnswers: boolean;
  /** Whether `x-forwarded-for` is set by a proxy of ours. */
  trustProxy: boolean;
  /** The address people reach the server under; null: that of each request. */
  publicUrl: string | null;
  log: (line: LogLine) => void;
}

/** Waits until the replicas that the settings ask for have a write. */
export interface ReplicaWait {
  /** To be taken before the write. */
  mark: () => object;
  /** Whether they have what was written since a mark. */
  isReached: (since: object) => Promise<boolean>;
}
