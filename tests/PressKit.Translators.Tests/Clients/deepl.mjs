import { DeepLClient } from "deepl-node";

const [serverUrl, key] = process.argv.slice(2);
const client = new DeepLClient(key, { serverUrl, maxRetries: 3 });
const options = { tagHandling: "xml", tagHandlingVersion: "v2", outlineDetection: false, nonSplittingTags: ["g"] };

const answers = await client.translateText(['uno <g id="1">due</g>', "tre"], "it", "en-US", options);
console.log(answers.map((a) => a.text).join(" | "));
console.log("billed", answers.map((a) => a.billedCharacters).join(" "));

const again = await client.translateText("quattro", "it", "ja");
console.log("after 429:", again.text);

const usage = await client.getUsage();
console.log("usage", usage.character.count, "of", usage.character.limit);

const targets = await client.getTargetLanguages();
console.log("targets", targets.map((l) => l.code.toUpperCase()).join(" "));

await client.translateText("x".repeat(100), "it", "fr").catch((e) => console.log("quota", e.constructor.name));
await new DeepLClient("wrong", { serverUrl }).getUsage().catch((e) => console.log("key", e.constructor.name));
