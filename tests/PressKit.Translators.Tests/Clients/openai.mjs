import OpenAI from "openai";

const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const user = JSON.stringify({ items: [{ id: 1, text: "uno <1>due</1>" }] });
const request = { model: "test", messages: [{ role: "system", content: "Translate." }, { role: "user", content: user }] };

const completion = await client.chat.completions.create({ ...request, response_format: { type: "json_object" } });
const choice = completion.choices[0];
console.log(choice.message.content);
console.log(choice.finish_reason, Object.values(completion.usage).filter((n) => n > 0).length, "parts of usage");

const report = (e) => console.log(e.constructor.name, e.status, e.param ?? e.code);
await client.chat.completions.create({ ...request, temperature: 0 }).catch(report);
await new OpenAI({ baseURL, apiKey: "wrong", maxRetries: 0 }).chat.completions.create(request).catch(report);
