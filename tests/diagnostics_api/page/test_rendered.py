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
