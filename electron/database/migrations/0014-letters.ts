import { appendOnly, type Migration, neverDeleted } from './migration.ts'

/** Mailboxes, the letters that came, where each was seen, and what people did with them (пп. 2.3, 2.4). */
export const migration0014: Migration = {
  number: 14,
  name: '0014-letters',
  up(connection) {
    connection.exec(`
      create table mailbox (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        address text not null check (trim(address) <> ''),
        host text not null,
        port integer not null check (port between 1 and 65535),
        security text not null check (security in ('tls', 'startTls')),
        user_name text not null,
        authentication text not null check (authentication in ('password', 'oauth')),
        -- The database is encrypted as a whole.
        secret text not null,
        folder text not null,
        -- Certificate of the authority of a closed network, a path on this computer; null = those the system trusts.
        ca_file text,
        -- Local date: what came before it is nobody's business here.
        since text not null,
        created_at text not null,
        removed_at text
      ) strict;
      ${neverDeleted('mailbox')}

      create table letter (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        source text not null check (source in ('mail', 'file', 'folder')),
        message_id text,
        -- SHA-256 of the raw letter, hexadecimal.
        content_hash text not null check (length(content_hash) = 64),
        -- SHA-256 of what stands below the head: the same letter took other roads to two mailboxes.
        body_hash text not null check (length(body_hash) = 64),
        -- INTERNALDATE of the server; of a file the moment it was taken.
        received_at text not null,
        -- The Date header, as a claim of the sender.
        header_at text,
        byte_length integer not null check (byte_length >= 0),
        too_big integer not null check (too_big in (0, 1)),
        kind text not null check (kind in ('application', 'reply', 'autoReply', 'bounce', 'other')),
        stored_at text not null,
        erased_at text,
        -- null: erased after its term. Of a letter that is too big only the head. The last column: whatever stands behind
        -- megabytes is found only by reading through them, row by row.
        raw blob,
        unique (body_id, content_hash)
      ) strict;
      create index letter_by_message_id on letter (body_id, message_id);
      create index letter_by_receipt on letter (body_id, received_at);
      ${neverDeleted('letter')}
      -- Only the raw text may go, and only once.
      create trigger letter_stays before update on letter
      when old.erased_at is not null or new.raw is not null or new.erased_at is null
        or new.id <> old.id or new.content_hash <> old.content_hash or new.received_at <> old.received_at
        or new.body_hash <> old.body_hash or new.kind <> old.kind or new.message_id is not old.message_id
      begin select raise(abort, 'a letter is only ever erased'); end;

      -- Exactly once: every place a letter was seen at points to the one letter. A new UIDVALIDITY begins again, the letters
      -- are known by their hash.
      create table letter_sighting (
        mailbox_id text not null references mailbox (id),
        uid_validity integer not null,
        uid integer not null,
        letter_id text not null references letter (id),
        seen_at text not null,
        primary key (mailbox_id, uid_validity, uid)
      ) strict, without rowid;
      ${appendOnly('letter_sighting')}

      -- The last act counts.
      create table letter_act (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        letter_id text not null references letter (id),
        kind text not null check (kind in ('setAside', 'takenBack', 'handled')),
        reason text not null,
        author_id text not null references account (id),
        at text not null
      ) strict;
      create index letter_act_by_letter on letter_act (letter_id);
      ${appendOnly('letter_act')}

      -- Where files with letters are laid down for this workplace; the last word counts.
      create table letter_folder (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        -- Absolute; null = no folder is watched.
        directory text,
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('letter_folder')}

      -- How the fields of п. 2.2 are called in the letters of one site; the last version counts.
      create table mapping_profile (
        id text primary key,
        body_id text not null references body (id),
        workplace_id text not null references workplace (id),
        profile_id text not null,
        name text not null check (trim(name) <> ''),
        content text not null check (json_valid(content)),
        removed integer not null check (removed in (0, 1)),
        author_id text not null references account (id),
        at text not null
      ) strict;
      ${appendOnly('mapping_profile')}
    `)
  },
}
