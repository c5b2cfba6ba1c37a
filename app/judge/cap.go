package judge

import (
	"strings"

	"yidanqing/app"
	"yidanqing/app/pattern"
)

var (
	committee = pattern.MustCompile(`^((中共)?[\p{Han}]{0,8}?(县|区|市|旗)(委|委员会|人民政府|政府)(办公室|办公厅|办|督查室)?[、,和\n]?){1,2}$|^(县|区|市|旗)(委|府|政府)(办|督查室)?$|^(县|区|市)委、?(县|区|市)?(人民)?政府(办公室)?$|^(县|区|市)(委|府)?两办$`)
	league    = pattern.MustCompile(`团(县|市|区|旗)?委|共青团|(政协|人大)`)
	consent   = pattern.MustCompile(`经(中共)?[\p{Han}]{0,8}?(县|区|市|旗)(委|政府|人民政府)[、,和\p{Han}]{0,10}?(同意|批准|研究(同意|决定|,)|审定|授权)|受(县|区|市|旗)(委|政府)[、\p{Han}]{0,8}?委托`)
	command   = pattern.MustCompile(`(防汛|防指|抗旱|森防|森林草原防灭火|抗震|疫情|应急|抢险|救灾|地灾|地质灾害|气象灾害).{0,8}(指挥部|防指|指挥中心)|地灾指|森防指`)
	// danger are orders of a command post for what is coming now.
	danger = pattern.MustCompile(`(暴雨|强降雨|大风|台风|寒潮|暴雪|雨雪冰冻|山洪|洪水|洪峰|水位|山火|火情|滑坡|雨量)[^。]{0,60}(立即|立刻|即刻|马上|现在就|今晚|今夜|连夜|[0-9]+时前|[0-9]+点前)|(立即|立刻|即刻|马上|现在就|今晚|连夜)[^。]{0,40}(转移|撤离|叫人走|撤人|守|盯|上堤|上坝|封控)`)
)

// superiorOrder tells whether the notice is an order of the county's committee or government, or carries their consent:
// such an order is never refused. Departments, leading groups and their offices are not the county itself
// (eval labels, section 3).
func (s *sitting) superiorOrder() string {
	issuer := strings.TrimSpace(s.fields.Issuer)
	if committee.MatchString(issuer) && !league.MatchString(issuer) {
		return "县委、县政府部署，先办后议"
	}
	for _, sen := range s.reading.Sentences {
		if w := s.text.Slice(sen.Start, sen.End); consent.MatchString(w) {
			return "来文写明经县委、县政府同意，先办后议"
		}
	}
	if s.emergency && command.MatchString(issuer) {
		return "应急指挥机构部署，先办后议"
	}
	return ""
}

// softened tells which rule the office took back to 提醒 or 注意, where nothing firmer is among the codes that a refusal
// rests on.
func (s *sitting) softened(codes []string) string {
	why := ""
	for _, c := range codes {
		r := s.Rules.Rule(c)
		if r == nil {
			continue
		}
		if !r.Softened {
			return ""
		}
		why = "本单位已把“" + r.Title + "”改为" + r.Severity.Title()
	}
	return why
}

// hold applies the caps to an answer, after everything else; each says its reason.
func (s *sitting) hold(a *answer) {
	if a.verdict != app.VerdictRefuse {
		return
	}
	soften := func(why string) {
		a.verdict = app.VerdictEscalate
		a.reasons = append(a.reasons, why+"。")
	}
	if s.superior != "" {
		soften(s.superior)
		return
	}
	if why := s.softened(a.codes); why != "" {
		soften(why)
		return
	}
	onList := false
	for _, c := range a.codes {
		onList = onList || c == "TAKEN_BACK"
	}
	if onList && a.duty >= 0 {
		src, d := s.ground.List.Source, s.dutyAt(a.duty)
		switch {
		case !src.InForce(s.in.Received):
			soften("清单在收到当日不在有效期内")
		case !d.From.IsZero() && s.in.Received.Before(d.From):
			soften("这一项在收到当日尚未施行")
		case d.Transition:
			soften("这一项尚在过渡期")
		case src.Incomplete:
			soften("清单不完整")
		case len(d.Departments) == 0:
			soften("清单没有写明承接部门")
		}
	}
}
