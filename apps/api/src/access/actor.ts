import type { RelationKind } from '@samhold/contract';

export type Relation = { readonly kind: RelationKind; readonly classId: string | null };

/** Who came from the provider, by keyed hash, and from which kommune at Feide where it was Feide. */
export type SignedInBy = { readonly subjectHash: Buffer; readonly realm: string | null };

/** A signed-in staff member with the relations that hold at this moment. */
export type StaffActor = {
  readonly schoolId: string;
  readonly staffId: string;
  /** Training in privacy has been confirmed; before that, nothing named is opened (forskrift § 20-2). */
  readonly trained: boolean;
  readonly relations: readonly Relation[];
  /** When the person last proved anew who it is, where that was asked for. */
  readonly provedAt?: Date;
  /** The sign-in at a provider that the session came by. */
  readonly signedInBy?: SignedInBy;
  /** The school is closing, and may be deleted from this day: its leadership reads, and nobody writes. */
  readonly closing?: string;
};

/** A tablet that says it has a pupil's session; the use case checks it inside its own transaction. */
export type PupilCredential = { readonly schoolId: string; readonly tokenHash: Buffer };

/** A tablet that says it may hand over answers of a pupil, and nothing else. */
export type UploadCredential = { readonly schoolId: string; readonly tokenHash: Buffer };

/**
 * Who may call a route at all: anyone; a tablet with a pupil's session, or with the token to
 * hand over a pupil's answers; any signed-in staff member; or staff with one of
 * these relations. Whose class it is, the slice's policy decides.
 */
export type DeclaredAccess = 'anyone' | 'pupil' | 'upload' | 'staff' | readonly RelationKind[];
