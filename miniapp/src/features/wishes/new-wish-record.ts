import { recordOf } from "../../queue/pending-write";

/** By what wishes that were not sent yet are found in the queue. */
export const NEW_WISH_RECORD = recordOf("POST /wishes", { category: "family", text: "", stationId: "" });
