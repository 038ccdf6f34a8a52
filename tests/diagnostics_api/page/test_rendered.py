import re


def test_numbered_spans_and_sentences_lead_to_one_another(client, served):
    values = [2.0, 1.5, 1.2] * 4 + [9.0, 40.0, 300.0, 5000.0, float("nan"), float("nan")]
    log = "\n".join(f"step {step} | train loss {value}" for step, value in enumerate(values))
    fields = {"text": log, "symptoms": "loss-diverges"}
    page = client.post("/diagnose/", fields, follow=True).content.decode()

    spans = re.findall(r'<svg class="badge[^>]* id="c(\d+)".*?href="#e(\d+)"', page, re.DOTALL)
    sentences = re.findall(r'<li id="e(\d+)".*?href="#c(\d+)"', page, re.DOTALL)
    assert sentences
    assert sorted(spans) == sorted(sentences)
    assert all(here == there for here, there in spans)
    assert 'aria-labelledby="p1-t p1-d"' in page


def test_the_list_of_causes_ends_with_something_else(client, served):
    response = client.post("/diagnose/", {"symptoms": "loss-diverges"}, follow=True)
    ranked = response.content.decode().partition('<ol class="ranked"')[2].partition("</ol>")[0]

    assert re.search(r'<span class="percent">[^<]+%</span>\s*<h2>Something else</h2>', ranked)
