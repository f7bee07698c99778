import { configure } from "@testing-library/react";

/** A page shows in the end what is waited for, however busy the machine: Testing Library's own second may pass before. */
configure({ asyncUtilTimeout: 20_000 });

/** A setting of the build, which the compiler writes in: a test of another build sets another. */
Object.assign(globalThis, { LOCATION_MODE: "precise" });
