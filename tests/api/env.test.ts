import { describe, expect, it } from "vitest";
import { readEnv } from "../../api/env.js";

const secrets = {
  TOKEN_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  PUBLIC_URL: "https://yizhan.example",
};

describe("readEnv", () => {
  it("is production unless demo is said, on loopback unless a host is said", () => {
    expect(readEnv({ ...secrets, REDIS_URL: "redis://127.0.0.1:6379" })).toMatchObject({
      mode: "production",
      host: "127.0.0.1",
      port: 3_000,
      trustProxy: false,
      redis: { transport: "tcp", url: "redis://127.0.0.1:6379" },
    });
  });

  it("takes its own address from the settings in production, never from a request", () => {
    const from = (more: NodeJS.ProcessEnv) => readEnv({ ...secrets, REDIS_URL: "redis://a", ...more }).publicUrl;
    expect(from({ PUBLIC_URL: "https://yizhan.example/" })).toBe("https://yizhan.example");
    const vercel = { PUBLIC_URL: undefined, VERCEL_PROJECT_PRODUCTION_URL: "yizhan.vercel.app" };
    expect(from(vercel)).toBe("https://yizhan.vercel.app");
    expect(from({ PUBLIC_URL: undefined, YIZHAN_MODE: "demo" })).toBeNull();
  });

  it("knows where map tiles come from, for the policy of the pages", () => {
    const from = (more: NodeJS.ProcessEnv) => readEnv({ ...secrets, REDIS_URL: "redis://a", ...more }).tileOrigin;
    expect(from({})).toBeNull();
    expect(from({ TILE_URL: "https://tiles.example/{z}/{x}/{y}.png" })).toBe("https://tiles.example");
    expect(from({ TIANDITU_KEY: "0123456789abcdef" })).toBe("https://t{s}.tianditu.gov.cn");
  });

  it("takes Sentinels and clusters, and how many replicas a write is waited for", () => {
    const cluster = "redis+cluster://10.0.0.1:7000,10.0.0.2:7000";
    expect(readEnv({ ...secrets, REDIS_URL: cluster, REDIS_WAIT_REPLICAS: "1" })).toMatchObject({
      redis: { transport: "tcp", url: cluster },
      waitReplicas: 1,
    });
  });

  it("runs in one process unless more are asked for, and the demo in one", () => {
    const from = (more: NodeJS.ProcessEnv) => readEnv({ ...secrets, REDIS_URL: "redis://a", ...more }).processes;
    expect([from({}), from({ PROCESSES: "" }), from({ PROCESSES: "4" })]).toEqual([1, 1, 4]);
    expect(from({ PROCESSES: "4", YIZHAN_MODE: "demo" })).toBe(1);
    expect(() => from({ PROCESSES: "0" })).toThrow("PROCESSES");
  });

  it("takes Upstash before a plain Redis", () => {
    const env = readEnv({
      ...secrets,
      REDIS_URL: "redis://a",
      UPSTASH_REDIS_REST_URL: "https://b.example",
      UPSTASH_REDIS_REST_TOKEN: "t",
    });
    expect(env.redis).toEqual({ transport: "rest", url: "https://b.example", token: "t" });
  });

  it("takes the weights of reports, and never lets one person alone turn a station", () => {
    const env = readEnv({ ...secrets, REDIS_URL: "redis://a", REPORT_REPORTERS: "1", DOUBTFUL_MINUTES: "5" });
    expect(env.trust).toMatchObject({ reporters: 2, doubtfulMinutes: 5, windowMinutes: 60 });
  });

  it("keeps photos in a folder unless a bucket is named", () => {
    const from = (more: NodeJS.ProcessEnv) => readEnv({ ...secrets, REDIS_URL: "redis://a", ...more }).photos;
    expect(from({})).toEqual({ kind: "folder", folder: ".yizhan/photos" });
    expect(from({ PHOTO_FOLDER: "/srv/photos" })).toEqual({ kind: "folder", folder: "/srv/photos" });
    const keys = { PHOTO_S3_ACCESS_KEY_ID: "id", PHOTO_S3_SECRET_ACCESS_KEY: "secret" };
    expect(from({ PHOTO_S3_URL: "https://s3.example/photos/", ...keys })).toEqual({
      kind: "s3",
      url: "https://s3.example/photos",
      region: "us-east-1",
      accessKeyId: "id",
      secretAccessKey: "secret",
    });
  });

  it("hears of WeChat's messages where a token is set", () => {
    const wechat = { WECHAT_APP_ID: "wx1", WECHAT_APP_SECRET: "s", WECHAT_PUSH_TOKEN: "token1" };
    expect(readEnv({ ...secrets, REDIS_URL: "redis://a" }).wechatPush).toBeNull();
    expect(readEnv({ ...secrets, REDIS_URL: "redis://a", ...wechat }).wechatPush).toEqual({
      token: "token1",
      aesKey: null,
      appId: "wx1",
    });
  });

  it("takes the least version of clients, and starts with none that is no version", () => {
    const from = (MIN_CLIENT_VERSION?: string) =>
      readEnv({ ...secrets, REDIS_URL: "redis://a", MIN_CLIENT_VERSION }).minClientVersion;
    expect([from(), from(""), from("0.10.2")]).toEqual([null, null, "0.10.2"]);
    for (const wrong of ["1.2", "v1.2.3", "1.2.3-beta", "latest"]) {
      expect(() => from(wrong)).toThrow(/MIN_CLIENT_VERSION must be a version such as 1\.2\.0/);
    }
  });

  it("takes within how many days reports are to be answered", () => {
    const env = readEnv({ ...secrets, REDIS_URL: "redis://a", TASK_DAYS_AMENITY: "14", TASK_DAYS_OTHER: "5" });
    expect(env.trust.taskDays).toEqual({ door_closed: 1, amenity_broken: 14, wrong_info: 5, other: 5 });
  });

  it("takes the templates of messages, the timer's secret, and whether the server is its own timer", () => {
    const templates = { class_booked: { id: "a", fields: { title: "thing1" } } };
    const secret = "a-secret-for-the-timer";
    const env = readEnv({
      ...secrets,
      REDIS_URL: "redis://a",
      WECHAT_TEMPLATES: JSON.stringify(templates),
      CRON_SECRET: secret,
      JOBS_TIMER: "0",
    });
    expect(env).toMatchObject({ messageTemplates: templates, cronSecret: secret, jobsTimer: false });
    const plain = readEnv({ ...secrets, REDIS_URL: "redis://a", WECHAT_TEMPLATES: "", CRON_SECRET: " " });
    expect(plain).toMatchObject({ messageTemplates: {}, cronSecret: null, jobsTimer: true });
  });

  it.each([
    ["WECHAT_TEMPLATES", { ...secrets, WECHAT_TEMPLATES: "{" }],
    [
      "WECHAT_TEMPLATES.class_booked.fields.title",
      {
        ...secrets,
        WECHAT_TEMPLATES: JSON.stringify({ class_booked: { id: "a", fields: { title: "titel1" } } }),
      },
    ],
    ["CRON_SECRET", { ...secrets, CRON_SECRET: "short" }],
    ["CRON_SECRET", { ...secrets, CRON_SECRET: "long enough but with spaces" }],
    ["JOBS_TIMER", { ...secrets, JOBS_TIMER: "yes" }],
    ["TOKEN_SECRET", { ...secrets, TOKEN_SECRET: undefined }],
    ["TOKEN_SECRET", { ...secrets, TOKEN_SECRET: "short" }],
    ["ENCRYPTION_KEY", { ...secrets, ENCRYPTION_KEY: undefined }],
    ["ENCRYPTION_KEY", { ...secrets, ENCRYPTION_KEY: "c2hvcnQ=" }],
    ["UPSTASH_REDIS_REST_TOKEN", { ...secrets, REDIS_URL: undefined, UPSTASH_REDIS_REST_URL: "https://b.example" }],
    ["REDIS_URL", { ...secrets, REDIS_URL: undefined }],
    ["REDIS_URL", { ...secrets, REDIS_URL: "http://a" }],
    ["REDIS_URL", { ...secrets, REDIS_URL: "redis+sentinel://10.0.0.1" }],
    ["REDIS_WAIT_REPLICAS", { ...secrets, REDIS_WAIT_REPLICAS: "all" }],
    ["PUBLIC_URL", { ...secrets, PUBLIC_URL: undefined }],
    ["PUBLIC_URL", { ...secrets, PUBLIC_URL: "yizhan.example" }],
    ["REPORT_WEIGHT", { ...secrets, REPORT_WEIGHT: "heavy" }],
    ["TASK_DAYS_DOOR", { ...secrets, TASK_DAYS_DOOR: "-1" }],
    ["DOUBTFUL_MINUTES", { ...secrets, DOUBTFUL_MINUTES: "0" }],
    ["PHOTO_S3_URL", { ...secrets, PHOTO_S3_URL: "s3.example" }],
    ["PHOTO_S3_SECRET_ACCESS_KEY", { ...secrets, PHOTO_S3_URL: "https://s3.example", PHOTO_S3_ACCESS_KEY_ID: "id" }],
    ["WECHAT_APP_ID", { ...secrets, WECHAT_PUSH_TOKEN: "token1" }],
    ["WECHAT_PUSH_AES_KEY", { ...secrets, WECHAT_PUSH_AES_KEY: "short" }],
    ["PORT", { ...secrets, PORT: "80a" }],
  ])("refuses to start without a good %s", (name, variables) => {
    expect(() => readEnv({ REDIS_URL: "redis://127.0.0.1", ...variables })).toThrow(name);
  });
});
