/**
 * Bugs that were planted into the code that decides who sees what: scopes and conditions, caches
 * and tags, tokens and routes. Every entry replaces `from`, which stands once in `file`, by `to`.
 */
export const mutants = [
  // What is in a scope.
  {
    bug: 'conditions do not name the organization',
    file: 'access/within.ts',
    from: "sql`${column('org_id')} = ${scope.orgId}`,",
    to: 'sql`1`,',
  },
  {
    bug: 'a scope without phones sees those of all',
    file: 'access/within.ts',
    from: 'sql`(${isIn(phone, scope.phoneIds)} OR',
    to: 'sql`(${scope.phoneIds.length === 0 ? sql`1` : isIn(phone, scope.phoneIds)} OR',
  },
  {
    bug: 'a scope without phones sums the organization',
    file: 'access/within.ts',
    from: "if (scope.kind === 'organization') return [ALL];",
    to: "if (scope.kind === 'organization' || scope.phoneIds.length === 0) return [ALL];",
  },
  {
    bug: 'calls of a member are seen whatever their phone',
    file: 'access/within.ts',
    from: '(${phone} IS NULL AND ${member})',
    to: '${member}',
  },
  {
    bug: 'a filter by phone widens the sums',
    file: 'access/within.ts',
    from: "const seen = (id: string) => scope.kind === 'organization' || scope.phoneIds.includes(id);",
    to: 'const seen = (id: string) => id !== undefined;',
  },
  {
    bug: 'a filter takes the place of the scope',
    file: 'access/within.ts',
    from: '    visible(scope, columns, column),',
    to: '    filters.phone_id || filters.contact_id ? undefined : visible(scope, columns, column),',
  },
  {
    bug: 'filters are alternatives',
    file: 'access/within.ts',
    from: '.reduce((a, b) => sql`${a} AND ${b}`);',
    to: '.reduce((a, b, nth) => (nth < 3 ? sql`${a} AND ${b}` : sql`${a} OR ${b}`));',
  },
  {
    bug: 'a filter that a table does not know is left out',
    file: 'access/within.ts',
    from: 'return key === undefined ? nothing : isIn(column(key), ids);',
    to: 'return key === undefined ? undefined : isIn(column(key), ids);',
  },
  {
    bug: 'teams of a filter are those of any organization',
    file: 'access/within.ts',
    from: "WHERE org_id = ${scope.orgId} AND ${isIn(name('team_id'), teamIds)})`;",
    to: "WHERE ${isIn(name('team_id'), teamIds)})`;",
  },
  {
    bug: 'members of a team lead it',
    file: 'access/scope.ts',
    from: 'AND manager.is_manager = 1',
    to: '',
  },
  {
    bug: 'teams are joined without their organization',
    file: 'access/scope.ts',
    from: 'ON led.org_id = manager.org_id AND led.team_id = manager.team_id',
    to: 'ON led.team_id = manager.team_id',
  },
  {
    bug: 'phones are looked up without their organization',
    file: 'access/scope.ts',
    from: "WHERE org_id = ${orgId} AND ${isIn(name('member_id'), memberIds)}",
    to: "WHERE ${isIn(name('member_id'), memberIds)}",
  },
  {
    bug: 'members are looked up without their organization',
    file: 'access/scope.ts',
    from: 'FROM members WHERE org_id = ${orgId} AND id = ${memberId}`',
    to: 'FROM members WHERE id = ${memberId} ORDER BY org_id <> ${orgId} DESC`',
  },
  {
    bug: 'inactive members are let in',
    file: 'access/scope.ts',
    from: 'if (member?.is_active === 0)',
    to: 'if (member?.is_active === 2)',
  },
  {
    bug: 'unknown organizations are let in',
    file: 'access/scope.ts',
    from: 'if (!organization) throw',
    to: 'if (organization === null) throw',
  },
  {
    bug: 'who has no permission sees their own',
    file: 'access/scope.ts',
    from: "throw new AccessDenied('the token has no permission to view a dashboard');",
    to: 'return scopeOfMembers(tx, orgId, [memberId]);',
  },
  {
    bug: 'any permission to view is every one',
    file: 'access/scope.ts',
    from: 'permissions.includes(`Dashboard:Instance:${view}`);',
    to: 'permissions.some((one) => one.startsWith(`Dashboard:Instance:${view.slice(0, 4)}`));',
  },
  {
    bug: 'all time begins with events of other organizations',
    file: 'slices/answer.ts',
    from: 'WHERE org_id = ${scope.orgId} AND key = seen.value',
    to: 'WHERE key = seen.value',
  },
  {
    bug: 'all time begins with events that are hidden',
    file: 'slices/answer.ts',
    from: 'eventDays.flatMap(([table]) => keysWithin(scope, table) ?? [])',
    to: "eventDays.flatMap(([table]) => (keysWithin(scope, table) ? ['all'] : []))",
  },
  {
    bug: 'names of contacts are joined without their organization',
    file: 'slices/rows.ts',
    from: 'ON contacts.org_id = event.org_id AND contacts.id = event.contact_id',
    to: "ON contacts.org_id <> event.org_id || '' AND contacts.id = event.contact_id",
  },
  {
    bug: 'rows are picked by their ids alone',
    file: 'slices/rows.ts',
    from: 'WHERE ${name(`${table}.org_id`)} = ${orgId} AND',
    to: 'WHERE (${name(`${table}.org_id`)} = ${orgId} OR 1) AND',
  },
  {
    bug: 'activities are picked by their ids alone',
    file: 'slices/engagement-stats.ts',
    from: 'WHERE event.org_id = ${request.scope.orgId} AND event.id = picked.value',
    to: 'WHERE (event.org_id = ${request.scope.orgId} OR 1) AND event.id = picked.value',
  },
  {
    bug: 'hidden messages answer those that are seen',
    file: 'slices/waiting.ts',
    from: "WHERE ${seen('other')} AND other.contact_id",
    to: "WHERE other.org_id = ${scope.orgId} AND ${seen('m')} AND other.contact_id",
  },

  // What is kept, and by which tag.
  {
    bug: 'answers are kept without the scope',
    file: 'answering/make-answer.ts',
    from: '`${scopeKey} ${endpoints[endpoint].path} ${canonical(query)}`;',
    to: '`${scopeKey.slice(0, 0)} ${endpoints[endpoint].path} ${canonical(query)}`;',
  },
  {
    bug: 'answers are kept without the parameters',
    file: 'answering/make-answer.ts',
    from: '`${scopeKey} ${endpoints[endpoint].path} ${canonical(query)}`;',
    to: '`${scopeKey} ${endpoints[endpoint].path} ${canonical({ ...query, phone_id: [] })}`;',
  },
  {
    bug: 'tags do not tell scopes apart',
    file: 'answering/make-answer.ts',
    from: 'etag: etagOf(answer, key),',
    to: "etag: etagOf(answer, ''),",
  },
  {
    bug: 'tags do not depend on the answer',
    file: 'answering/etag.ts',
    from: "JSON.stringify(answer, (key, value) => (key === 'generated_at' ? undefined : value))",
    to: 'JSON.stringify(Object.keys(answer))',
  },
  {
    bug: 'answers outlive the rows that they were made from',
    file: 'answering/answer-cache.ts',
    from: 'if (kept === undefined || kept.version !== version) return undefined;',
    to: 'if (kept === undefined || kept.version > version) return undefined;',
  },
  {
    bug: 'scopes outlive the rows that they were made from',
    file: 'access/scope-cache.ts',
    from: 'return kept?.version === version ? kept : undefined;',
    to: 'return kept;',
  },
  {
    bug: 'a version that was read once holds for ever',
    file: 'answering/versions.ts',
    from: '    this.#underWay.delete(orgId);\n',
    to: '',
  },
  {
    bug: 'a version that is being read is given to who asks of another organization',
    file: 'answering/versions.ts',
    from: 'this.#underWay.get(orgId);',
    to: '[...this.#underWay.values()][0];',
  },
  {
    bug: 'a version may have been read before the request came in',
    file: 'answering/versions.ts',
    from: `    this.#underWay.delete(orgId);
    return versionOf(this.#store, orgId);`,
    to: `    const version = await versionOf(this.#store, orgId);
    this.#underWay.delete(orgId);
    return version;`,
  },
  {
    bug: 'who asks for other parameters gets those that were asked first',
    file: 'http/checked-queries.ts',
    from: 'const kept = this.#kept.get(text);',
    to: 'const [kept] = this.#kept.values();',
  },
  {
    bug: 'scopes are the same for the same phones of any organization',
    file: 'access/scope-cache.ts',
    from: 'JSON.stringify(scope)',
    to: "JSON.stringify({ ...scope, orgId: '' })",
  },
  {
    bug: 'who waits for an answer is given it although their scope has changed',
    file: 'answering/answers.ts',
    from: 'if (made.key !== key || made.answer.version !== version) return this.#made(question);',
    to: '',
  },

  // Which tokens are taken.
  {
    bug: 'the audience is not looked at',
    file: 'access/token.ts',
    from: "        audience: options.audience ?? 'inlay',\n",
    to: '',
  },
  {
    bug: 'the issuer is not looked at',
    file: 'access/token.ts',
    from: "        issuer: options.issuer ?? 'inlay',\n",
    to: '',
  },
  {
    bug: 'the algorithm is what the token says',
    file: 'access/token.ts',
    from: '        algorithms,\n',
    to: '        algorithms: [String(decodeProtectedHeader(token).alg)],\n',
  },
  {
    bug: 'tokens never expire',
    file: 'access/token.ts',
    from: 'clockTolerance: SKEW_SECS,',
    to: 'clockTolerance: 1e12,',
  },
  {
    bug: 'tokens need not say when they expire',
    file: 'access/token.ts',
    from: "'iat', 'exp'];",
    to: "'iat'];",
  },
  {
    bug: 'clocks may differ by five minutes',
    file: 'access/token.ts',
    from: 'const SKEW_SECS = 30;',
    to: 'const SKEW_SECS = 300;',
  },
  {
    bug: 'clocks may not differ',
    file: 'access/token.ts',
    from: 'const SKEW_SECS = 30;',
    to: 'const SKEW_SECS = 0;',
  },
  {
    bug: 'tokens live as long as they say',
    file: 'access/token.ts',
    from: 'if (exp - iat > MAX_LIFE_SECS)',
    to: 'if (exp - iat > MAX_LIFE_SECS * 24)',
  },
  {
    bug: 'tokens are taken before they were issued',
    file: 'access/token.ts',
    from: 'if (iat > now / 1000 + SKEW_SECS)',
    to: 'if (iat > now + SKEW_SECS)',
  },
  {
    bug: 'tokens may bring keys and extensions',
    file: 'access/token.ts',
    from: "['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip']",
    to: "['crit'].slice(1)",
  },
  {
    bug: 'tokens of any type are taken',
    file: 'access/token.ts',
    from: 'if (!TYPES.includes(',
    to: 'if (TYPES.length === 0 && !TYPES.includes(',
  },
  {
    bug: 'tokens of any length are taken',
    file: 'access/token.ts',
    from: 'const MAX_TOKEN_BYTES = 4096;',
    to: 'const MAX_TOKEN_BYTES = 65_536;',
  },
  {
    bug: 'any role is a role',
    file: 'access/token.ts',
    from: '...(isRole(role) && { role }),',
    to: '...(role !== undefined && { role: role as Role }),',
  },
  {
    bug: 'the slices of a token are forgotten',
    file: 'access/token.ts',
    from: '    ...(slices !== undefined && { slices }),\n',
    to: '',
  },
  {
    bug: 'a token is kept past its end',
    file: 'access/token-cache.ts',
    from: 'Math.min(sinceMs + KEEP_MS, untilMs)',
    to: 'Math.min(sinceMs + KEEP_MS, Infinity * untilMs)',
  },
  {
    bug: 'a token is known by what it says, not by its signature',
    file: 'access/token-cache.ts',
    from: "hash('sha256', token, 'base64')",
    to: "hash('sha256', token.slice(0, token.lastIndexOf('.')), 'base64')",
  },
  {
    bug: 'tokens that were taken back are good',
    file: 'access/revocations.ts',
    from: 'if (await this.#store.read((tx) => isRevoked(tx, principal))) {',
    to: 'if ((await this.#store.read((tx) => isRevoked(tx, principal))) && now < 0) {',
  },
  {
    bug: 'tokens are taken back by the id of any organization',
    file: 'access/revocations.ts',
    from: 'FROM revoked_tokens WHERE org_id = ${orgId} AND jti',
    to: 'FROM revoked_tokens WHERE (org_id = ${orgId} OR 1) AND jti',
  },
  {
    bug: 'what was good stays good for an hour',
    file: 'access/revocations.ts',
    from: 'const KEEP_MS = 500;',
    to: 'const KEEP_MS = 3_600_000;',
  },

  // What a route asks for.
  {
    bug: 'a token in the address is let through',
    file: 'http/authenticate.ts',
    from: 'if (IN_ADDRESS.some((name) => context.req.query(name) !== undefined)) {',
    to: "if (IN_ADDRESS.some((name) => context.req.query(name) === '')) {",
  },
  {
    bug: 'a token is taken from any scheme',
    file: 'http/authenticate.ts',
    from: '/^Bearer ([^\\s]+)$/i',
    to: '/^\\w+ ([^\\s]+)$/i',
  },
  {
    bug: 'a token is looked up before it is verified',
    file: 'http/authenticate.ts',
    from: 'const principal = await verify(token);',
    to: "await revocations.refuse({ orgId: token.slice(0, 9), memberId: 'm', permissions: [] });\n    const principal = await verify(token);",
  },
  {
    bug: 'an empty list of slices opens all',
    file: 'http/opened-slices.ts',
    from: 'if (opened !== undefined &&',
    to: 'if (opened !== undefined && opened.length > 0 &&',
  },
  {
    bug: 'a token for some slices opens what is none',
    file: 'http/opened-slices.ts',
    from: 'if (opened !== undefined &&',
    to: "if (context.req.path.startsWith('/api/dashboard/') && opened !== undefined &&",
  },
  {
    bug: 'a slice opens addresses that begin like its own',
    file: 'http/opened-slices.ts',
    from: 'address.startsWith(`${path}/`)',
    to: 'address.startsWith(path)',
  },
  {
    bug: 'rows are written without the permission',
    file: 'http/ingest-routes.ts',
    from: 'if (!permissions.includes(limits.permission)) {',
    to: 'if (!permissions.includes(limits.permission) && permissions.length > 99) {',
  },
  {
    bug: 'rows of other organizations are written',
    file: 'ingest/ingest.ts',
    from: 'if (values[org] === orgId) return values;',
    to: "if (values[org] !== '' || orgId === '') return values;",
  },
  {
    bug: 'tokens are made for any key',
    file: 'access/embed-tokens.ts',
    from: 'return timingSafeEqual(hashOf(given), this.#keyHash);',
    to: "return given !== '' || timingSafeEqual(hashOf(given), this.#keyHash);",
  },
  {
    bug: 'tokens allow what was asked for',
    file: 'access/embed-tokens.ts',
    from: 'if (more === undefined) return asked;',
    to: 'if (more !== undefined || asked.length > 0) return asked;',
  },
  {
    bug: 'tokens are made for members of any organization',
    file: 'access/embed-tokens.ts',
    from: 'FROM members WHERE org_id = ${org} AND id = ${member}`',
    to: 'FROM members WHERE (org_id = ${org} OR 1) AND id = ${member}`',
  },
  {
    bug: 'tokens are made for inactive members',
    file: 'access/embed-tokens.ts',
    from: '  await refuseOutsiders(tx, { orgId: org, memberId: member });\n',
    to: '',
  },
  {
    bug: 'origins that begin like one that may read may read',
    file: 'http/cross-origin.ts',
    from: 'if (origin !== undefined && origins.includes(origin)) {',
    to: 'if (origin !== undefined && origins.some((one) => origin.startsWith(one))) {',
  },
  {
    bug: 'what one origin may read, the next may read as well',
    file: 'http/respond.ts',
    from: "{ ...EVERY_ANSWER, 'X-Request-Id': requestId }",
    to: "Object.assign(EVERY_ANSWER, { 'X-Request-Id': requestId })",
  },
];

/** What must catch them: in each stage all that the one before it did not. */
export const stages = [
  [
    'access/revocations.test.ts',
    'access/scope-cache.test.ts',
    'access/token-cache.test.ts',
    'access/token.test.ts',
    'answering/answer-cache.test.ts',
    'answering/answers.test.ts',
    'answering/versions.test.ts',
    'app.test.ts',
    'http/authenticate.test.ts',
    'http/checked-queries.test.ts',
    'http/cross-origin.test.ts',
    'http/embed-token-route.test.ts',
  ],
  ['access/isolation.test.ts'],
  ['http/ingest-routes.test.ts'],
];
