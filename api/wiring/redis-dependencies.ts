import { createAuditStore } from "../audit/audit-store.js";
import { createRecordSearchStore } from "../audit/record-search-store.js";
import { createBoardMonthStore } from "../board/board-month-store.js";
import { createChangeStore } from "../changes/change-store.js";
import { createCheckStore } from "../checks/check-store.js";
import { createCoverageDayStore } from "../circle/coverage-day-store.js";
import { createPeopleTableStore } from "../circle/people-table-store.js";
import { createScenarioStore } from "../circle/scenario-store.js";
import { createAppealStore } from "../classes/appeal-store.js";
import { createBookingStore } from "../classes/booking-store.js";
import { createClassReadingStore } from "../classes/class-reading-store.js";
import { createCourseStore } from "../classes/course-store.js";
import { createSessionStore } from "../classes/session-store.js";
import { createClientErrorStore } from "../client-errors/client-error-store.js";
import { createDemandStore } from "../demand/demand-store.js";
import { createDemoSeedStore } from "../demo/demo-seed-store.js";
import { createGroupStore } from "../groups/group-store.js";
import { redisHealth } from "../health/redis-health-store.js";
import { createRollCallStore } from "../holidays/roll-call-store.js";
import { createIdempotentWriteStore } from "../http/idempotent-write-store.js";
import { createRateLimits } from "../http/rate-limit-store.js";
import { createJobRunStore } from "../jobs/job-run-store.js";
import { createLongWorkStore } from "../long-work/long-work-store.js";
import { createMissingStore } from "../missing-stations/missing-store.js";
import { createFollowerStore } from "../notices/follower-store.js";
import { createNewsStore } from "../notices/news-store.js";
import { createGrantStore } from "../outbox/grant-store.js";
import { createOutboxStore } from "../outbox/outbox-store.js";
import { createPackStore } from "../packs/pack-store.js";
import { createInvitationStore } from "../people/invitation-store.js";
import { createOpenIdStore } from "../people/open-id-store.js";
import { createResealStore } from "../people/reseal-store.js";
import type { TextSealer } from "../people/sealed-text.js";
import { createSignInCodeStore } from "../people/sign-in-code-store.js";
import { createSignInStore } from "../people/sign-in-store.js";
import { createUserStore } from "../people/user-store.js";
import { createPhotoCheckStore } from "../photos/photo-check-store.js";
import type { Redis } from "../redis/client.js";
import { createCoreStore } from "../snapshot/core-store.js";
import { type SnapshotOptions, StationSnapshot } from "../snapshot/station-snapshot.js";
import { createDistrictStore } from "../stations/district-store.js";
import { createShownStore } from "../stations/shown-store.js";
import { createStationImportStore } from "../stations/station-import-store.js";
import { createStationStore } from "../stations/station-store.js";
import { createReportStore } from "../trust/report-store.js";
import { createWantedStore } from "../wanted-classes/wanted-store.js";
import { createWishStore } from "../wishes/wish-store.js";

type SnapshotMemory = Omit<SnapshotOptions, "cores" | "readDocuments">;

/** For a command that changes stations and answers nobody. */
export const NO_SNAPSHOT: SnapshotMemory = {
  now: Date.now,
  loadsItself: false,
  documentBytes: 0,
  onFailure: () => undefined,
};

/** What is kept in Redis, and what of it is kept in memory besides. */
export function redisDependencies(redis: Redis, memory: SnapshotMemory) {
  const stations = createStationStore(redis, (station) => snapshot.stored(station));
  const snapshot = new StationSnapshot({
    ...memory,
    cores: createCoreStore(redis),
    readDocuments: (ids) => stations.findMany(ids),
  });
  const stationImports = createStationImportStore(redis, () => snapshot.importShown());
  return {
    stations,
    snapshot,
    packs: createPackStore(redis, stations),
    stationImports,
    changes: createChangeStore(redis, stationImports, (station) => snapshot.stored(station)),
    districts: createDistrictStore(redis),
    coverageDays: createCoverageDayStore(redis),
    scenarios: createScenarioStore(redis),
    peopleTables: createPeopleTableStore(redis),
    boardMonths: createBoardMonthStore(redis),
    demand: createDemandStore(redis),
    rollCalls: createRollCallStore(redis),
    checks: createCheckStore(redis),
    shown: createShownStore(redis),
    audit: createAuditStore(redis),
    recordSearch: createRecordSearchStore(redis),
    signInCodes: createSignInCodeStore(redis),
    classSessions: createSessionStore(redis),
    courses: createCourseStore(redis),
    wanted: createWantedStore(redis),
    wishes: createWishStore(redis),
    reseals: createResealStore(redis),
    rateLimits: createRateLimits(redis, memory.now),
    outbox: createOutboxStore(redis),
    grants: createGrantStore(redis),
    news: createNewsStore(redis),
    jobRuns: createJobRunStore(redis),
    longWork: createLongWorkStore(redis),
    clientErrors: createClientErrorStore(redis),
    photoChecks: createPhotoCheckStore(redis),
    idempotentWrites: createIdempotentWriteStore(redis),
    demoSeeds: createDemoSeedStore(redis),
    askRedis: redisHealth(redis),
  };
}

/** What is kept in Redis and holds something of a person's, which is sealed. */
export function sealedDependencies(redis: Redis, sealer: TextSealer) {
  return {
    openIds: createOpenIdStore(redis, sealer),
    reports: createReportStore(redis, sealer),
    followers: createFollowerStore(redis, sealer),
    missing: createMissingStore(redis, sealer),
    groups: createGroupStore(redis, sealer),
    users: createUserStore(redis, sealer),
    signIns: createSignInStore(redis, sealer),
    invitations: createInvitationStore(redis, sealer),
    classReadings: createClassReadingStore(redis, sealer),
    bookings: createBookingStore(redis, sealer),
    appeals: createAppealStore(redis, sealer),
  };
}
