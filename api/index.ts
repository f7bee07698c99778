import { createApp } from "./app.js";
import { liveDependencies } from "./dependencies.js";
import { readEnv } from "./env.js";

/** The one function on Vercel, whose platform sets the caller's address. */
const deps = await liveDependencies({ ...readEnv(process.env), trustProxy: true });

export default createApp(deps);
