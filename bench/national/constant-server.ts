/** Answers every request with the same text: what the web server alone can do. Its length is the first argument. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const text = JSON.stringify("站".repeat(Number(process.argv[2]) / 3));
const app = new Hono().get("*", (c) => c.body(text, 200, { "Content-Type": "application/json" }));
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => process.send?.({ port }));
