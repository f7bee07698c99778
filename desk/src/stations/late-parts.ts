import { lazy } from "react";

/** What stands over the table or beside it: fetched once it is asked for, so that the rows do not wait for it. */
export const StationPanel = lazy(async () => ({ default: (await import("./station-panel")).StationPanel }));
export const PastePreview = lazy(async () => ({ default: (await import("./paste-preview")).PastePreview }));
export const BulkDialog = lazy(async () => ({ default: (await import("./bulk-dialog")).BulkDialog }));
export const ConflictDialog = lazy(async () => ({ default: (await import("./conflict-dialog")).ConflictDialog }));
export const InviteDialog = lazy(async () => ({ default: (await import("./invite-dialog")).InviteDialog }));
export const PostersDialog = lazy(async () => ({ default: (await import("./posters-dialog")).PostersDialog }));
export const ParcelDialog = lazy(async () => ({ default: (await import("./posters-dialog")).ParcelDialog }));
export const LeftDialog = lazy(async () => ({ default: (await import("./left-dialog")).LeftDialog }));
export const ColumnFilterMenu = lazy(async () => ({
  default: (await import("./column-filter-menu")).ColumnFilterMenu,
}));
