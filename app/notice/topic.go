package notice

import (
	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

var (
	// takes names another who takes the thing on, whatever the verb: “罚款归我们和交警”, “登记我们来”, “修缮他们包了”.
	takes = pattern.MustCompile(`(由|归|(?:^|[^家下直亲军眷])属|交给?)(我|本|他|她)?[\p{Han}、]{0,14}?(局|大队|中队|支队|总队|执法队|收容队|管理队|抢修队|地质队|中心|医院|公司|机构|施工单位|我们|他们|她们|司法所|税务所|监管所|派出所|交警|公安|城管|血站|站上|县里|局里|上级)|` +
		`(我们|他们|她们|我局|我办|我队|我站|我院|我中心|局里|大队|县里|人家)(这边|那边|自己|的人|[\p{Han}]{1,3}(队|所|站|科|股|分局|中心))?(依法|会|再)?(来)?(来[,。;!)]?$|管|办|包了?|负责|处理|处罚|处置|查处|弄|搞|出钱|决定|确定|核定|复核|实施|兜底)`)
	// gathers is done with what we give them: “由县水利局在一表通收齐” still asks.
	gathers = pattern.MustCompile(`收(齐|集|上来)|汇总|统一收`)
	// theirsFirst begins a clause whose subject matter was named before it: “违法与否的认定、立案、处罚,由我局…”.
	theirsFirst = pattern.MustCompile(`^[,:、]?(均|都|全|一律|统一|另行|全部|则|再|届时|后续|仍|继续|分别)*(由|归|属于?|交给?)`)
	// notOurs says that what was named before is not for us: “均不用镇里办”, “与包保干部无关”.
	notOurs = pattern.MustCompile(`^[,:、]?(均|都|全|一律|这些|以上|上述)*(不用|不归|不需要?|无需|不必|不由|不是|不属于|用不着|与)(乡镇|镇里|镇上|镇村|村里|村上|村干部|你们|咱们?|街道|社区|[\p{Han}]{0,4}干部|网格员)([\p{Han}]{0,8}|无关)$`)
	// asking begins a clause that asks for something.
	asking = pattern.MustCompile(`^[,:、]?(同时|并|再|要|须|应|务必|做好|开展|组织|加强|抓好|落实|完成|配合|协助|严格|认真|及时|全面|每[天日周月季])`)
	// aside labels a paragraph about what is not asked: “不归乡镇的:”, “已取消的:”.
	asideTheirs = pattern.MustCompile(`^[一二三四五六七八九十0-9、.() ]{0,5}(不归|不属于?|不是|不用|不由|无需|不需)(乡镇|镇里|镇村|村里|街道|社区|基层|你们)[^:。]{0,8}:`)
	asideEnded  = pattern.MustCompile(`^[一二三四五六七八九十0-9、.() ]{0,5}(已|今年起|现已)?(取消|废止|停止|叫停|纠正|清理)了?的[^:。]{0,10}[:。]`)
	// faults opens an enumeration of what was found wrong; it ends with its sentence.
	faults = pattern.MustCompile(`(发现|存在|查出|反馈|暴露|检查出)[^,。;:]{0,8}问题(有|是|如下|包括)?:`)
	// casesOf names the cases that are somebody's.
	casesOf = pattern.MustCompile(`^[,;]?(对于?|凡|如|若|遇|确需|需要?|应当?)[^,]{2,24}(的|者)[,]?$`)
	// spokenOf names what a request is about: “改造涉及的雨棚拆除,请做好住户沟通”.
	spokenOf = pattern.MustCompile(`^[^,。:;]{0,12}涉及的[^,。:;]{2,30}[,]?$`)
	// voided takes a message back: “发错群了,请大家无视”.
	voided = pattern.MustCompile(`发错(了?群|了|人)|请?(大家|各位|各镇)?(无视|忽略)(上|此|该|这|前|!|。|$)|(上|前|昨天|刚才)[^,。]{0,12}(消息|通知)[^,。]{0,10}(作废|撤回|不算)`)
)

// maskTopics gives to others what is named before the words that give it to them: the topic of a Chinese sentence stands
// first, clauses ahead of “由我局…” or “均不用镇里办”. Clauses that ask us for something, or in which we hand a thing on,
// stay ours.
func (r *Reading) maskTopics(sentence int) {
	first := len(r.Clauses)
	for first > 0 && r.Clauses[first-1].Sentence == sentence {
		first--
	}
	t := r.Letter.Text
	for k := first + 1; k < len(r.Clauses); k++ {
		c := r.Clauses[k]
		words := t.Slice(c.Start, c.End)
		if before := r.Clauses[k-1]; request.MatchString(words) && spokenOf.MatchString(t.Slice(before.Start, before.End)) {
			r.set(before.Range, text.Background)
		}
		disclaims := notOurs.MatchString(words)
		if !disclaims && !(theirsFirst.MatchString(words) && r.Mask[c.End-1]&text.Theirs != 0) {
			continue
		}
		for j := k - 1; j >= first; j-- {
			before := r.Clauses[j]
			w := t.Slice(before.Start, before.End)
			if casesOf.MatchString(w) { // “对需要处罚的,一律由我局立案”
				r.set(before.Range, text.Theirs)
				continue
			}
			if before.Actor == ActorUs || request.MatchString(w) || asking.MatchString(w) || handing.MatchString(w) {
				break
			}
			r.set(before.Range, text.Theirs)
		}
		if disclaims {
			r.set(c.Range, text.Theirs)
		}
	}
}

// maskAsides takes out paragraphs and enumerations that say what is not asked.
func (r *Reading) maskAsides() {
	t := r.Letter.Text
	for _, b := range r.liveParts() {
		words := t.Slice(b.Start, b.End)
		switch {
		case asideTheirs.MatchString(words):
			r.set(b, text.Theirs)
		case asideEnded.MatchString(words):
			r.set(b, text.Forbidden)
		}
		for _, m := range faults.FindAllStringIndex(words, -1) {
			from := b.Start + len([]rune(words[:m[1]]))
			end := from
			for end < b.End && t.Norm[end] != '。' {
				end++
			}
			r.set(text.Range{Start: from, End: end}, text.Background)
		}
	}
	for _, s := range r.Sentences {
		if voided.MatchString(t.Slice(s.Start, s.End)) {
			r.set(s, text.Past)
		}
	}
}
