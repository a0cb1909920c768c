/** What the test runner puts into a test's page. */

type Body = () => void | Promise<void>;

declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: Body): void;
declare function before(body: Body): void;
declare function after(body: Body): void;
declare function beforeEach(body: Body): void;
declare function afterEach(body: Body): void;
