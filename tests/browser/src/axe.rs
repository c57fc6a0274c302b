//! Looks for barriers with axe, over the rules of WCAG 2.2 AA, its best practices, and the size of targets.

use serde_json::Value;
use tokio::sync::OnceCell;

use crate::page::Page;
use crate::tools;

static SOURCE: OnceCell<String> = OnceCell::const_new();

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const options = {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
    };
    axe.run(document, options).then(
        found => done({
            passes: found.passes.length,
            violations: found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' '))),
        }),
        error => done({ passes: 0, violations: [String(error)] }),
    );";

impl Page {
    /// Every barrier on the page as it is now, one line each: where it was found, the rule, the element and what to mend.
    pub async fn barriers(&self, place: &str) -> Vec<String> {
        let source = SOURCE
            .get_or_init(|| async {
                let path = tools::axe();
                std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
            })
            .await;
        if self.js("return typeof axe").await == "undefined" {
            self.js(source).await;
        }
        // A colour in transition is none of the design's.
        self.js("document.getAnimations().forEach(animation => animation.finish())").await;
        let found = self.client().execute_async(RUN, Vec::new()).await.expect("axe runs");
        assert!(found["passes"].as_u64() > Some(10), "{place}: axe has checked next to nothing: {found}");
        let violations = found["violations"].as_array().map(Vec::as_slice).unwrap_or_default();
        violations.iter().filter_map(Value::as_str).map(|violation| format!("{place}: {violation}")).collect()
    }
}
