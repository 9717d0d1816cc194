import { hasRole, type Viewer } from '../platform/viewer.ts';

/** The directory is kept by administrators. */
export const canKeepDirectory = (viewer: Viewer): boolean => hasRole(viewer, 'administrator');

export const organisationPolicies = {
  'organisation.saveUnit': canKeepDirectory,
  'organisation.savePerson': canKeepDirectory,
  'organisation.savePost': canKeepDirectory,
  'organisation.saveRoom': canKeepDirectory,
};

/** Everybody with an account sees the directory. */
export const organisationSight = {
  unit: () => true,
  person: () => true,
  post: () => true,
  room: () => true,
};
