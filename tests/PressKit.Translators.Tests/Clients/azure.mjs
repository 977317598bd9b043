import createClient, { isUnexpected } from "@azure-rest/ai-translation-text";

const [endpoint, key, region] = process.argv.slice(2);
const options = { allowInsecureConnection: true };
const client = createClient(endpoint.replace(/\/$/, ""), { key, region }, options);
const inputs = ["<p>uno <b>due</b></p>", "tre"].map((text) => ({ text, language: "it", textType: "Html", targets: [{ language: "en" }] }));

const answer = await client.path("/translate").post({ body: { inputs } });
if (isUnexpected(answer)) throw answer.body.error;
console.log(answer.body.value.map((v) => v.translations[0].text).join(" | "));
console.log("metered", answer.headers["x-metered-usage"]);

const languages = await client.path("/languages").get({ queryParameters: { scope: "translation" } });
console.log("languages", Object.keys(languages.body.translation).join(" "));

const wrong = await client.path("/translate").post({ body: { inputs: [{ text: "uno", targets: [{ language: "xx" }] }] } });
if (isUnexpected(wrong)) console.log("error", wrong.status, wrong.body.error.code);

const stranger = createClient(endpoint.replace(/\/$/, ""), { key: "wrong", region }, options);
const refused = await stranger.path("/translate").post({ body: { inputs } });
if (isUnexpected(refused)) console.log("error", refused.status, refused.body.error.code);
