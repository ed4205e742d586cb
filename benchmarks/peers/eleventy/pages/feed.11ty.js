// The thirty newest stories, for readers of feeds.
import { escape } from "../layout.js";

export const data = { permalink: "/feed.xml" };

function entry(story) {
  const address = `https://example.org${story.url}`;
  return `<entry>
  <title>${escape(story.data.title)}</title>
  <id>${address}</id>
  <link href="${address}"/>
  <updated>${story.date.toISOString()}</updated>
  <summary>${escape(story.data.description)}</summary>
</entry>`;
}

export function render({ collections }) {
  const newest = collections.stories.slice(0, 30);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Benchmark</title>
<id>https://example.org/</id>
<link href="https://example.org/feed.xml" rel="self"/>
<updated>${newest[0].date.toISOString()}</updated>
<author><name>Benchmark</name></author>
${newest.map(entry).join("\n")}
</feed>
`;
}
