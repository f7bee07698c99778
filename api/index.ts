import { createApp } from "./app.js";
import { readEnv } from "./env.js";
import { liveDependencies } from "./wiring/live-dependencies.js";

/** The one function on Vercel, whose platform sets the caller's address. */
const env = readEnv(process.env);
// What a function writes to a folder is gone with it: pictures need a bucket there.
const photos = env.photos?.kind === "folder" ? null : env.photos;
const deps = await liveDependencies({ ...env, photos, trustProxy: true });

export default createApp(deps);
