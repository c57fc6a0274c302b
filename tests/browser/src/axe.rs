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
    const lines = found => found.violations.flatMap(rule => rule.nodes.map(node =>
        rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')));
    // A target may be half behind what is fixed at the window's edge: it is measured where somebody has scrolled to it.
    const again = async found => {
        const sizes = found.violations.filter(rule => rule.id === 'target-size');
        const targets = sizes.flatMap(rule => rule.nodes).filter(node => node.failureSummary.includes('obscured'));
        sizes.forEach(rule => rule.nodes = rule.nodes.filter(node => !targets.includes(node)));
        const rest = [];
        for (const node of targets) {
            document.querySelector(node.target[0]).scrollIntoView({ block: 'center' });
            const one = { ...options, runOnly: { type: 'rule', values: ['target-size'] } };
            rest.push(...lines(await axe.run(node.target[0], one)));
        }
        return [...lines(found), ...rest];
    };
    axe.run(document, options).then(
        async found => done({ passes: found.passes.length, violations: await again(found) }),
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
