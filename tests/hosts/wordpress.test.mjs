// The plugin in a real WordPress: an author compares a draft with two sources beside it, keeps the comparison with the
// post and shows it to readers, who see it without an account and without a word of it run.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { picture } from '../../web/test/support/browser.mjs';
import { engines, openIn } from '../../web/test/support/engines.mjs';
import { repository, startChromium } from './support.mjs';
import { lacking, startWordPress, VERSIONS } from './wordpress/wordpress.mjs';

const skip = (await lacking()) || false;
if (skip && process.env.CROSSREAD_ENGINES === 'all') throw new Error(skip);

const TITLE = 'Crane falls at Port Selby';
const FIRST = 'A crane fell at the harbour of Port Selby on Tuesday evening.';
const SECOND = 'Nine people were hurt when the crane fell, the fire chief said.';
const vale =
  'source: Vale Press\n\nTwelve people were hurt when the crane fell at the harbour of Port Selby on Tuesday, the fire chief said.';
const hostile =
  '</script><script>document.title = "owned"</script><img src="/x" onerror="document.title = 1"><!-- <script> \u202Eback\u202C Wordpress :)';
const harbour = `Twelve people were hurt on Tuesday when a crane fell at the harbour of Port Selby, the fire chief said. The harbour stays closed until Friday, the mayor said. Her office is looking for another crane, and ships will go to the next harbour until then. ${hostile}`;
const conflict = 'This post gives “Nine people”; Harbour News and Vale Press give “Twelve people”.';
const conflictOfTwo = 'This post gives “Nine people”; Vale Press gives “Twelve people”.';

/** As panel.save() writes it, with what may go wrong on its way to the database and back. */
const kept = JSON.stringify({
  request: {
    articles: [
      { id: 'draft', text: 'The draft as it was.' },
      { id: 'B', source: 'Vale Press', text: `A “quoted” \\ back\\slash, 'one' & ${hostile}` },
    ],
  },
  report: {
    schemaVersion: 1,
    articles: [],
    quotations: [],
    utterances: [],
    claims: [],
    coverage: { rows: [] },
    people: [],
    reuse: { pairs: [], origins: [] },
    findings: [],
    abstained: [],
    checked: { claims: 0, pairs: 0, checks: [] },
  },
  verdicts: {},
});
const literal = (text) => `base64_decode('${Buffer.from(text).toString('base64')}')`;

const plugin = join(repository, 'examples/hosts/wordpress');
const panel = 'crossread-panel';
const findings = (page) => page.locator(`${panel} .findings .line`);
const content = (page) => page.evaluate(() => wp.data.select('core/editor').getEditedPostContent());
const reported = (page, count) =>
  page.waitForFunction(
    (wanted) => document.querySelector('crossread-panel').report?.articles.length === wanted,
    count,
  );

describe('WordPress', { skip, timeout: 600_000 }, () => {
  let wordpress;
  let browser;
  before(async () => {
    wordpress = await startWordPress();
    browser = await startChromium();
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: wordpress.url });
    const page = await browser.open(`${wordpress.url}/wp-login.php`);
    await page.fill('#user_login', 'author');
    await page.fill('#user_pass', 'on the road');
    await page.click('#wp-submit');
    await page.waitForURL('**/wp-admin/**');
    await page.close();
  });
  after(async () => {
    await browser?.close();
    await wordpress?.stop();
  });

  /** What PHP code in WordPress gives, as JSON. */
  const ask = async (code) => JSON.parse(await wordpress.php(code));

  /** Opens an address and keeps what is asked for elsewhere. */
  async function open(path) {
    const page = await browser.open('about:blank', { width: 1300, height: 950 });
    page.elsewhere = [];
    page.types = {};
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(wordpress.url) && !/^(blob|data):/.test(url)) page.elsewhere.push(url);
    });
    page.on('response', (response) => {
      page.types[new URL(response.url()).pathname.split('/').at(-1)] = response.headers()['content-type'];
    });
    await page.goto(wordpress.url + path);
    return page;
  }

  const clean = (page) => {
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.elsewhere, []);
  };

  async function paste(page, text) {
    await page.evaluate((all) => navigator.clipboard.writeText(all), text);
    await page.keyboard.press('Control+V');
  }

  /** A new post with a title and a paragraph, and the sidebar open beside it. */
  async function write(query) {
    const page = await open(`/wp-admin/post-new.php${query}`);
    const canvas = query ? page : page.frameLocator('iframe[name="editor-canvas"]');
    await canvas.locator('.wp-block-post-title').click();
    await page.keyboard.type(TITLE);
    await page.keyboard.press('Enter');
    await page.keyboard.type(`${FIRST} `);
    await page.keyboard.press('Control+B');
    await page.keyboard.type(SECOND);
    await page.getByRole('button', { name: 'Crossread', exact: true }).click();
    await reported(page, 1);
    return { page, canvas };
  }

  async function compareTwo(page) {
    const before = await content(page);
    await page.click(`${panel} .type`);
    await paste(page, harbour);
    await page.keyboard.press('Control+Z'); // takes the paste back, not what was written in the post
    assert.equal(await content(page), before);
    await page.keyboard.press('Control+Y');
    assert.equal(await content(page), before);
    await page.click(`${panel} dialog input`);
    await page.keyboard.type('Harbour News');
    await page.click(`${panel} dialog .primary`);
    await reported(page, 2);
    await page.focus(`${panel} .type`);
    await paste(page, vale);
    await reported(page, 3);
    assert.equal(await content(page), before);
    await findings(page).filter({ hasText: conflict }).waitFor();
  }

  const selected = (page) =>
    page.evaluate(() => {
      const canvas = document.querySelector('iframe[name="editor-canvas"]')?.contentDocument ?? document;
      const block = wp.data.select('core/block-editor').getSelectedBlock();
      return [block?.name, String(canvas.getSelection())];
    });

  /** From the conflict to its words in the post, which are typed over: the conflict is gone, the sources are there. */
  async function jumpAndSettle(page) {
    await findings(page).filter({ hasText: conflict }).click();
    await page.getByRole('button', { name: /^Show in A/ }).click();
    await page.waitForFunction(() => wp.data.select('core/block-editor').getSelectionStart().offset > 0);
    await page.waitForTimeout(100);
    assert.deepEqual(await selected(page), ['core/paragraph', 'Nine people']);
    await page.keyboard.type('Twelve people');
    await page.waitForFunction(() => {
      const { report, articles } = document.querySelector('crossread-panel');
      const alarms = report.findings.filter(({ severity }) => severity === 'high');
      return articles[0].text.includes('Twelve people') && alarms.length === 0;
    });
    assert.match(await content(page), /Twelve people<strong> were hurt/);
    const ids = await page.evaluate(() =>
      document.querySelector('crossread-panel').articles.map(({ id }) => id),
    );
    assert.deepEqual(ids, ['draft', 'B', 'C']);
  }

  test('beside a meta box, where the canvas is in the page: compare, jump, settle; closing loses nothing', async () => {
    const { page } = await write('?metabox');
    assert.equal(await page.locator('iframe[name="editor-canvas"]').count(), 0);
    await compareTwo(page);
    await page.getByRole('button', { name: 'Crossread', exact: true }).click();
    await page.locator(panel).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Crossread', exact: true }).click();
    await reported(page, 3);
    await jumpAndSettle(page);
    clean(page);
  });

  test('the canvas in a frame: compare, keep, publish, read without an account; then jump and settle', async () => {
    const { page } = await write('');
    assert.equal(await page.locator('iframe[name="editor-canvas"]').count(), 1);
    await compareTwo(page);
    await picture(page, 'wordpress-sidebar');
    await page.getByLabel('Keep with this post').check();
    await page.getByRole('button', { name: 'Show to readers' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .locator('.editor-post-publish-panel')
      .getByRole('button', { name: 'Publish', exact: true })
      .click();
    await page.getByText('is now live').first().waitFor();
    const id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
    await page.getByRole('button', { name: 'Close panel' }).click();
    const kept = await ask(`echo get_post_meta(${id}, '_crossread', true);`);
    await jumpAndSettle(page);
    assert.equal(page.types['crossread.wasm'], 'application/octet-stream');
    clean(page);
    await page.close();

    assert.deepEqual(
      kept.request.articles.map((one) => one.source),
      ['This post', 'Harbour News', 'Vale Press'],
    );
    await loggedOut(async () => {
      const answer = await fetch(`${wordpress.url}/?rest_route=/wp/v2/posts/${id}`);
      assert.doesNotMatch(await answer.text(), /_crossread/);
      const policy =
        "default-src 'self'; script-src 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
      for (const query of ['', `&policy=${encodeURIComponent(policy)}`]) {
        const reader = await open(`/?p=${id}${query}`);
        await findings(reader).filter({ hasText: conflict }).click();
        await reader.getByRole('button', { name: /^Show in C/ }).click();
        const outline = (one) => getComputedStyle(one).outlineStyle;
        assert.equal(
          await reader.locator(panel).evaluate(outline),
          'none',
          'the theme’s for what has the focus',
        );
        await reader.getByRole('button', { name: 'Back' }).click();
        assert.equal(await reader.locator(`${panel} .type:visible`).count(), 0, 'nothing to add');
        assert.match(await reader.title(), /^Crane falls at Port Selby/);
        const texts = await reader.evaluate(() =>
          document.querySelector('crossread-panel').articles.map(({ text }) => text),
        );
        assert.ok(texts[1].endsWith(hostile), texts[1]);
        assert.equal(reader.types['crossread.wasm'], undefined, 'no engine to read a report');
        await picture(reader, query ? 'wordpress-policy' : 'wordpress-published');
        if (query) assert.deepEqual(reader.elsewhere, []);
        else clean(reader); // under the policy it is WordPress that complains, of its own scripts and styles
        await reader.close();
      }
    });
  });

  test('what is kept goes with the draft; it is no step of undo, and looking at it changes nothing', async () => {
    const { page } = await write('');
    await compareTwo(page);
    await page.getByLabel('Keep with this post').check();
    await jumpAndSettle(page);
    await page.keyboard.press('Control+Z');
    await page.waitForFunction(() =>
      document.querySelector('crossread-panel').articles[0].text.includes('Nine'),
    );
    await page.keyboard.press('Control+Shift+Z');
    await page.waitForFunction(() => {
      const kept = JSON.parse(wp.data.select('core/editor').getEditedPostAttribute('meta')._crossread);
      return kept.request.articles[0].text.includes('Twelve people');
    });
    await page.evaluate(() => wp.data.dispatch('core/editor').savePost());
    const id = await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
    await page.close();
    const stored = await ask(`echo get_post_meta(${id}, '_crossread', true);`);
    assert.match(stored.request.articles[0].text, /Twelve people were hurt/);

    const again = await open(`/wp-admin/post.php?post=${id}&action=edit`);
    await again.getByRole('button', { name: 'Crossread', exact: true }).click();
    await reported(again, 3);
    await again.waitForTimeout(600); // the draft is given anew
    assert.equal(await again.evaluate(() => wp.data.select('core/editor').isEditedPostDirty()), false);
    await again.close();
  });

  test('what another version kept and this one can’t read stays as it is', async () => {
    const other = '{"report":{"schemaVersion":1},"more":"than is known here"}';
    const { id } = await ask(
      `echo json_encode(array('id' => wp_insert_post(array('post_author' => 2, 'post_title' => '${TITLE}', 'meta_input' => array('_crossread' => wp_slash(${literal(other)}))))));`,
    );
    const page = await open(`/wp-admin/post.php?post=${id}&action=edit`);
    await page.getByRole('button', { name: 'Crossread', exact: true }).click();
    await reported(page, 1);
    const meta = () => wp.data.select('core/editor').getEditedPostAttribute('meta')._crossread;
    assert.equal(await page.evaluate(meta), other);
    assert.equal(page.complaints.length, 1);
    assert.match(page.complaints[0], /saved/i);
    await page.close();
  });

  test('the draft’s text: every block that has any; back to its block; kept sources are there, a file is dropped', async (t) => {
    const blocks = `
      <!-- wp:paragraph --><p>One &amp; <em>two</em>,<br>three.</p><!-- /wp:paragraph -->
      <!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>Said.</p><!-- /wp:paragraph --><cite>Her</cite></blockquote><!-- /wp:quote -->
      <!-- wp:list --><ul><!-- wp:list-item --><li>First</li><!-- /wp:list-item --><!-- wp:list-item --><li>Second</li><!-- /wp:list-item --></ul><!-- /wp:list -->
      <!-- wp:html --><style>p { color: red }</style><!-- /wp:html -->
      <!-- wp:shortcode -->[crossread]<!-- /wp:shortcode -->
      <p>An old post.</p><p>In <b>old</b> markup.</p>`;
    const { id } = await ask(
      `kses_remove_filters(); echo json_encode(array('id' => wp_insert_post(array('post_author' => 2, 'post_title' => '${TITLE}', 'post_content' => wp_slash(${literal(blocks)}), 'meta_input' => array('_crossread' => wp_slash(${literal(kept)}))))));`,
    );
    const page = await open(`/wp-admin/post.php?post=${id}&action=edit`);
    await page.getByRole('button', { name: 'Crossread', exact: true }).click();
    await reported(page, 2);
    const [text, source] = await page.evaluate(() =>
      document.querySelector('crossread-panel').articles.map((one) => one.text),
    );
    assert.ok(source.endsWith(hostile), 'what was kept with the post');
    assert.deepEqual(text.split('\n\n'), [
      TITLE,
      'One & two,\nthree.',
      'Said.',
      'Her',
      'First',
      'Second',
      'An old post.',
      'In old markup.',
    ]);
    const chosen = (words) =>
      page.evaluate((wanted) => {
        const shown = document.querySelector('crossread-panel');
        const start = shown.articles[0].text.indexOf(wanted);
        const detail = { key: null, article: 'draft', span: { start, end: start + wanted.length } };
        shown.dispatchEvent(new CustomEvent('crossread-select', { detail }));
        const { getSelectedBlock, getSelectionStart, getSelectionEnd } = wp.data.select('core/block-editor');
        return [getSelectedBlock()?.name, getSelectionStart().offset, getSelectionEnd().offset];
      }, words);
    assert.deepEqual(await chosen('three'), ['core/paragraph', 11, 16]);
    assert.deepEqual(await chosen('Her'), ['core/quote', 0, 3]);
    assert.deepEqual(await chosen('Second'), ['core/list-item', 0, 6]);
    assert.deepEqual((await chosen('old markup')).slice(0, 1), ['core/freeform']);

    const file = join(mkdtempSync(join(tmpdir(), 'crossread-')), 'vale.txt');
    t.after(() => rmSync(dirname(file), { recursive: true }));
    writeFileSync(file, vale);
    const before = await content(page);
    const { x, y, width, height } = await page.locator(panel).boundingBox();
    const session = await browser.context.newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
    await reported(page, 3);
    assert.equal(await content(page), before);
    clean(page);
  });

  /** Runs `what` without the author's cookies. */
  async function loggedOut(what) {
    const cookies = await browser.context.cookies();
    await browser.context.clearCookies();
    await what();
    await browser.context.addCookies(cookies);
  }

  test('a kept comparison is shown to those alone who may read its post, by those who may change it', async () => {
    const shown = await ask(`
      function post($author, $status, $content = '', $more = array()) {
        return wp_insert_post(array('post_author' => $author, 'post_status' => $status, 'post_title' => 'One', 'post_content' => $content) + $more);
      }
      function shown($reader, $host) {
        wp_set_current_user($reader);
        $GLOBALS['post'] = get_post($host);
        preg_match_all('/data-kept=.crossread-(\\d+)/', do_shortcode($GLOBALS['post']->post_content), $found);
        return array_map(fn($id) => array_search((int) $id, $GLOBALS['posts']), $found[1]);
      }
      $posts = array('public' => post(1, 'publish'), 'private' => post(1, 'private'), 'draft' => post(1, 'draft'),
        'locked' => post(1, 'publish', '', array('post_password' => 'secret')), 'empty' => post(1, 'publish'));
      foreach ($posts as $name => $id) {
        if ($name !== 'empty') update_post_meta($id, '_crossread', wp_slash(${literal(kept)}));
      }
      $all = '[crossread]' . implode('', array_map(fn($id) => "[crossread post=$id]", $posts));
      $posts['own'] = post(2, 'publish', '[crossread]');
      update_post_meta($posts['own'], '_crossread', wp_slash(${literal(kept)}));
      [$ours, $authors] = array(post(1, 'publish', $all), post(2, 'publish', $all));
      echo json_encode(array('anybody' => shown(0, $ours), 'editor' => shown(1, $ours), 'byAuthor' => shown(1, $authors), 'own' => shown(0, $posts['own'])));`);
    assert.deepEqual(shown, {
      anybody: ['public'],
      editor: ['public', 'private', 'draft'],
      byAuthor: [],
      own: ['own'],
    });
  });

  test('what is kept is a report, as it was given, from who may edit the post, and no more than fits', async () => {
    const answers = await ask(`
      $own = wp_insert_post(array('post_author' => 2, 'post_status' => 'publish', 'post_title' => 'Own'));
      $other = wp_insert_post(array('post_author' => 1, 'post_status' => 'publish', 'post_title' => 'Other'));
      function kept($id, $json) {
        $request = new WP_REST_Request('POST', "/wp/v2/posts/$id");
        $request->set_body_params(array('meta' => array('_crossread' => $json)));
        return array(rest_do_request($request)->get_status(), get_post_meta($id, '_crossread', true));
      }
      wp_set_current_user(2);
      $reading = new WP_REST_Request('GET', "/wp/v2/posts/$own");
      echo json_encode(array(
        'report' => kept($own, ${literal(kept)}),
        'public' => isset(rest_do_request($reading)->get_data()['meta']['_crossread']),
        'noReport' => kept($own, '{"report":{}}'),
        'newer' => kept($own, '{"report":{"schemaVersion":2}}'),
        'noJson' => kept($own, '<script>'),
        'long' => kept($own, str_repeat(' ', 4000000) . ${literal(kept)})[0],
        'other' => kept($other, ${literal(kept)}),
      ));`);
    assert.deepEqual(answers, {
      report: [200, kept.replaceAll('<', '\\u003c')], // the same JSON
      public: false,
      noReport: [200, ''],
      newer: [200, ''],
      noJson: [200, ''],
      long: 400,
      other: [403, ''],
    });
  });

  for (const { name, skip } of engines.filter((engine) => engine.name !== 'Chromium')) {
    test(`the sidebar in ${name}`, { skip }, async () => {
      const { id } = await ask(
        `echo json_encode(array('id' => wp_insert_post(array('post_title' => '${TITLE}', 'post_content' => '<!-- wp:paragraph --><p>${FIRST} ${SECOND}</p><!-- /wp:paragraph -->'))));`,
      );
      const page = await openIn(name);
      try {
        await page.resize(1300, 950);
        await page.goto(`${wordpress.url}/wp-login.php`, () => document.readyState === 'complete');
        await page.click('#user_login');
        await page.type('editor');
        await page.click('#user_pass');
        await page.type('on the desk');
        await page.click('#wp-submit');
        await page.until(
          () => location.pathname.startsWith('/wp-admin') && document.readyState === 'complete',
        );
        await page.goto(`${wordpress.url}/wp-admin/post.php?post=${id}&action=edit`, () =>
          Boolean(window.wp?.data?.select('core/block-editor')?.getBlocks().length),
        );
        await page.click('button[aria-label="Crossread"]');
        await page.until(() => document.querySelector('crossread-panel')?.report);
        await page.click('.type');
        const [source, , text] = vale.split('\n');
        await page.type(text);
        await page.click('dialog input');
        await page.type(source.slice('source: '.length));
        await page.click('dialog .primary');
        await page.until(() => document.querySelector('crossread-panel').report.articles.length === 2);
        await page.click('.findings .line');
        assert.equal(await page.text('.exhibit h2'), conflictOfTwo);
        await page.click('.show');
        const selection = await page.until(() => {
          const canvas = document.querySelector('iframe[name="editor-canvas"]').contentDocument;
          return String(canvas.getSelection());
        });
        assert.equal(selection, 'Nine people');
        await page.picture(`wordpress-${name.toLowerCase()}`);
      } finally {
        await page.close();
      }
    });
  }

  for (const version of VERSIONS.filter((one) => one !== '6.5')) {
    test(`the sidebar and the shortcode in ${version}`, async () => {
      const other = await startWordPress(version);
      try {
        const post = `array('post_author' => 1, 'post_status' => 'publish', 'post_title' => '${TITLE}', 'post_content' => '<!-- wp:paragraph --><p>${FIRST} ${SECOND}</p><!-- /wp:paragraph --><!-- wp:shortcode -->[crossread]<!-- /wp:shortcode -->')`;
        const id = Number(await other.php(`echo wp_insert_post(${post});`));
        const page = await browser.open(`${other.url}/wp-login.php`, { width: 1300, height: 950 });
        await page.fill('#user_login', 'editor');
        await page.fill('#user_pass', 'on the desk');
        await page.click('#wp-submit');
        await page.waitForURL('**/wp-admin/**');
        await page.goto(`${other.url}/wp-admin/post.php?post=${id}&action=edit`);
        await page.getByRole('button', { name: 'Crossread', exact: true }).click();
        await reported(page, 1);
        const draft = await page.evaluate(() => document.querySelector('crossread-panel').articles[0].text);
        assert.equal(draft, `${TITLE}\n\n${FIRST} ${SECOND}`);
        await page.evaluate((text) => {
          const shown = document.querySelector('crossread-panel');
          shown.articles = [...shown.articles, { id: 'B', source: 'Vale Press', text }];
        }, vale);
        await reported(page, 2);
        await findings(page).filter({ hasText: conflictOfTwo }).click();
        await page.getByRole('button', { name: /^Show in A/ }).click();
        await page.waitForFunction(() => wp.data.select('core/block-editor').getSelectionStart().offset > 0);
        await page.waitForTimeout(100);
        assert.deepEqual(await selected(page), ['core/paragraph', 'Nine people']);
        await page.getByLabel('Keep with this post').check();
        await page.evaluate(() => wp.data.dispatch('core/editor').savePost());
        await picture(page, `wordpress-${version}`);
        assert.deepEqual(page.complaints, []);
        await page.goto(`${other.url}/?p=${id}`);
        await findings(page).filter({ hasText: conflictOfTwo }).waitFor();
        assert.deepEqual(page.complaints, []);
        await page.close();
        assert.doesNotMatch(other.log(), /crossread\.php|Fatal/);
      } finally {
        await other.stop();
      }
    });
  }

  test('PHP has nothing to say of the plugin, and its files are gone through by the interpreter', async () => {
    for (const file of readdirSync(plugin).filter((name) => name.endsWith('.php')))
      assert.match(execFileSync('php', ['-l', join(plugin, file)], { encoding: 'utf8' }), /No syntax errors/);
    assert.doesNotMatch(wordpress.log(), /crossread\.php|uninstall\.php|Fatal/);
  });

  test('uninstalled, nothing of it is left', async () => {
    const left = await ask(`
      global $wpdb;
      $count = fn() => (int) $wpdb->get_var("SELECT count(*) FROM $wpdb->postmeta WHERE meta_key = '_crossread'");
      $before = $count();
      define('WP_UNINSTALL_PLUGIN', 'crossread/crossread.php');
      require WP_PLUGIN_DIR . '/crossread/uninstall.php';
      echo json_encode(array($before > 0, $count()));`);
    assert.deepEqual(left, [true, 0]);
  });
});
