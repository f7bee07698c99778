import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { requireFreePort } from "../../../scripts/set-up/web-server.mjs";
import { fixedPort } from "../../support/fixed-port.js";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function takenPort(): Promise<{ port: number; server: Server }> {
  const port = await fixedPort();
  const server = createServer();
  open.push(server);
  await new Promise<void>((settle) => server.listen(port, "127.0.0.1", settle));
  return { port, server };
}

describe("the port of npm start", () => {
  it("says which port is taken, and how to choose another", async () => {
    const { port } = await takenPort();
    await expect(requireFreePort("127.0.0.1", port, 0)).rejects.toThrow(
      new RegExp(`端口 ${port} 已被别的程序占用[^]*PORT=${port + 1} npm start`),
    );
  });

  it("waits for a server that is just ending", async () => {
    const { port, server } = await takenPort();
    const asked = requireFreePort("127.0.0.1", port);
    server.close();
    await expect(asked).resolves.toBeUndefined();
  });

  it("says so when the address is not one of this machine", async () => {
    await expect(requireFreePort("203.0.113.1", 3000)).rejects.toThrow(/203\.0\.113\.1:3000 .*EADDRNOTAVAIL/);
  });
});
