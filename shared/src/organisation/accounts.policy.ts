import { hasRole, type Viewer } from '../platform/viewer.ts';

/** Accounts are seen and kept by administrators; to everybody else their routes do not exist. */
export const canKeepAccounts = (viewer: Viewer): boolean => hasRole(viewer, 'administrator');
