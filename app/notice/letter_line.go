package notice

import (
	"strings"

	"yidanqing/app/pattern"
	"yidanqing/app/text"
)

// What single lines of a letter look like. All work on folded text: half-width marks, 【】 as 〔〕, no blanks.
var (
	reRule = pattern.MustCompile(`^(?:[─━═_=*\-~·.|]{3,}|\|{1,2})$`)
	reDate = pattern.MustCompile(`^(?:(?:19|20)\d{2}|[二一][〇○零o0九]..)年.{1,3}月.{1,3}日?(?:印发)?$`)
	// reNoteDate is a date on a line of its own, perhaps after a note; group 1 the date, 3 one without a year.
	reNoteDate = pattern.MustCompile(`^(?:\([^()]{2,20}\))?((?:(?:19|20)\d{2}|[二一][〇○零o0九]..)年.{1,3}月.{1,3}日?(印发)?|(?:19|20)\d{2}[.\-/]\d{1,2}[.\-/]\d{1,2}|(\d{1,2}月\d{1,2}日))$`)
	reStamp    = pattern.MustCompile(`^(?:19|20)\d{2}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?\d{1,2}:\d{2}(?::\d{2})?$`)
	reNumber   = pattern.MustCompile(`^[\-·]?(?:备注/文号:|文号:?|发文字号:?|编号:)?(\((?:19|20)\d{2}\)[\p{Han}\d]{2,14}号|[\p{Han}a-z]{0,14}(?:〔|\(|《)?(?:19|20)\d{2}(?:〕|\)|》|年)?(?:第|字第)?\d{1,5}号)(.*)$`)
	reUrgent   = pattern.MustCompile(`^(?:便签|便笺|便函|便条|特急|加急|特提|平急|急件|紧急|明传|内部明电|等级:?.{0,6}|签发人?[:·].{0,12}|份号.*|传真电报|明传电报|发[电往]单位.*|发往:.*|第\d{1,4}期|总第\d+期|〔?\d{4}〕?年?第\d{1,4}期.*|签批盖章.*|密级.*|机密.{0,8}|秘密.{0,8}|〔?\p{Han}{0,6}急〕?)$`)
	reSource   = pattern.MustCompile(`^[\-·]?(?:公文生成日期|生成日期|内容概述|备注/文号|发文字号|导语|導語|来源|來源|发布时间|发布日期|发布单位|发布机构|发文机关|发文机构|发文日期|成文日期|索引号|索引号码|信息分类|主题分类|主题词|` +
		`公开方式|公开日期|浏览次数|阅读次数|点击数|字体|字号|字体大小|有效性|时效|文号|信息来源|作者|责任编辑|编辑|当前位置|您当前|首页|打印|分享|扫一扫|生效日期|废止日期|名称|发文时间|【?打印|【?关闭|上一篇|下一篇|相关链接|附件下载|下载地址|下载|瀏覽量|浏览量|時間|发文单位|分享到|收藏)[::].*|^(?:索引号|主题分类|发布单位|发布机构|发文日期|成文日期|生成日期|信息分类|体裁分类|有效性|公开方式|组配分类)[\p{Han}\d].{0,60}$|.*(?:来源|浏览次数|发布时间|发布日期|字体|阅读次数):.*|^(?:当前位置|首页>|您所在|您的位置|您现在的位置|你现在的位置|首页).*|^(?:打印|关闭|分享).{0,4}$|^(?:扫一扫|扫描二维码|掃描二維碼|返回顶部|朗读|字体大小|点击下载|附件下载).{0,20}$|.*手机打开当前页$|^(?:网络编辑|信息审核|责任编辑|审核|编辑):.{2,30}$`)
	reCopy    = pattern.MustCompile(`^(?:抄送|抄报|主送|分送|报送|报|送|发|印送|主题词)[:：].*|^.{2,40}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发$|^\(?共印\d+份\)?$`)
	reNote    = pattern.MustCompile(`^\((?:此件|本件|依申请|主动公开|公开|盖章|公章|印章|代章|加盖|此处).{0,40}\)$|^此件.{0,20}公开.{0,6}$`)
	reContact = pattern.MustCompile(`^\(?(?:[\p{Han}、()]{0,14}(?:联系人|聯系人|聯絡人|联络人|联络员|联系方式|联系电话|聯系電話|咨询电话|业务咨询|举报电话|监督电话|服务热线|值班电话|值班传真|报名电话|技术支持|客服电话|抢修电话|热线电话)(?:及\p{Han}{1,6}|、\p{Han}{2,4}|和\p{Han}{2,4})?|电话|電話|传真|手机|邮箱|电子邮箱|邮编|通讯地址|qq群|微信)[:：]`)
	reAnnex   = pattern.MustCompile(`^附件?[一二三四五六七八九十\d]{0,2}[:：]|^附[:：]`)
	reAnnexNo = pattern.MustCompile(`^附(?:件|表|录)[一二三四五六七八九十\d]{0,2}(?:$|[^:：一二三四五六七八九十\d])`)
	reSheet   = pattern.MustCompile(`^(?:sheet\d+|工作表\d*(?:[:：].*)?|〔表\d+〕.*|表\d+$)`)
	// reOwnNote is what our own office wrote on a phone note.
	reOwnNote  = pattern.MustCompile(`^(?:处理意见|拟办意见|拟办|领导批示|领导意见|批示|处理结果|办理结果|办理情况|备注):`)
	reAnnexCap = pattern.MustCompile(`^附(?:件|表)\d{0,2}:`)
	reTableNo  = pattern.MustCompile(`^〔表\d+〕`)
	reMinutes  = pattern.MustCompile(`纪要(\([^)\n]{1,6}\))?\n`)
	reGenre    = pattern.MustCompile(`(?:通知|通告|通报|公告|公报|函|复函|请示|报告|批复|意见|决定|决议|命令|议案|纪要|方案|办法|规定|细则|要点|计划|规划|预案|提示|提醒|告知书|倡议书|邀请函|` +
		`提示函|建议书|意见书|建议|工作单|(?:[交督转催]办|转送|交办|流转|受理)单|反馈单|联系单|告知单|办理单|派工单|工单|整改单|提示单|移交单|任务单|通知书|通知单|明白纸|一封信|须知|指南|细则|规则|守则|制度|标准|清单|安排|倡议|表|名单|台账|责任书|承诺书|公约|章程|简报|快报|专报|通讯|电报|预警|信息|讲话|告知|报告单|公示|启事|简讯|动态|通气|说明)` +
		`(?:\([^()]{1,16}\))*$`)
	reTitleAbout = pattern.MustCompile(`^(?:.{0,40}?)[关關][于於].+`)
	// reLabel tells named values of forms; what they say is no demand.
	reLabel = pattern.MustCompile(`^(?:(?:受检|被检|被检查|受查|被查|受督|被督查)单位|乡镇|乡镇\(街道\)|镇街|街道|村别|村居|被抽查\p{Han}{0,4}|抽查村|抽查\p{Han}{0,4}|评估日期|检查日期|检查时间|抽查日期|抽查时间|编号|单号|工单号|受理编号|交办单位|交办日期|交办时间|承办单位|主办单位|协办单位|责任单位|牵头单位|来电单位|来电人|来电|来电号码|来电时间|来电电话|` +
		`电话|登记日期|登记时间|登记人|接听人|接听时间|接电人|接电时间|接话人|记录人|记录|记录时间|填报单位|填表单位|填报人|填表人|审核人|审批人|联系电话|报送单位|填报日期|填报时间|受文单位|发往|签发|发件人|收件人|来自|致|主题|发送时间|签收人|通话时间|时间|日期|来文单位|收文日期|单位|姓名|办理时限|办结时限|反馈单位|通知单位|发话人|发话单位|受话人)(?:\(\p{Han}{1,6}\))?[:|：]`)
	reDateAny = pattern.MustCompile(`(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$|\d{1,2}月\d{1,2}日$|二[〇○零o0][一二三四五六七八九〇○零o0]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日$`)
)

// isAddressee tells a line that only names to whom the letter goes: 各乡镇人民政府，县直有关部门：
func isAddressee(line string) bool {
	if !strings.HasSuffix(line, ":") || len(line) < 6 || len(line) > 3*300 {
		return false
	}
	body := strings.TrimSuffix(line, ":")
	if strings.ContainsAny(body, "。;!?《》") || strings.Contains(body, ":") {
		return false
	}
	for _, w := range []string{"如下", "以下", "要求", "通知", "按照", "根据", "为了", "联系人", "电话", "时间", "地点", "内容", "附件", "说明", "注意"} {
		if strings.Contains(body, w) {
			return false
		}
	}
	if strings.HasPrefix(body, "各") || strings.HasPrefix(body, "全") || strings.HasPrefix(body, "有关") || strings.HasPrefix(body, "尊敬的") || strings.HasPrefix(body, "广大") {
		return true
	}
	for _, part := range strings.FieldsFunc(body, func(r rune) bool { return r == ',' }) {
		r := []rune(part)
		for len(r) > 0 && r[len(r)-1] == ')' { // a remark such as （经云岭镇人民政府转）
			at := strings.LastIndex(string(r), "(")
			if at < 0 {
				return false
			}
			r = []rune(string(r)[:at])
		}
		if !isOrg([]rune(strings.ReplaceAll(string(r), "各", ""))) && !addresseePerson(string(r)) {
			return false
		}
	}
	return true
}

func addresseePerson(s string) bool {
	for _, w := range []string{"同志", "书记", "主任", "镇长", "乡长", "单位", "企业", "部门", "党支部", "成员", "负责人", "村民", "居民", "朋友", "家长", "经营者", "业主", "村居", "党委", "科室", "机关", "经营户"} {
		if strings.HasSuffix(s, w) {
			return len(s) <= 3*40
		}
	}
	return false
}

// isLetterhead tells a line that only names one or more bodies, perhaps with 文件 after them, and gives the names.
func (p *parser) orgLine(r text.Range) (text.Range, bool) {
	norm := p.l.Text.Norm
	s := norm[r.Start:r.End]
	end := r.End
	for _, tail := range []string{"文件", "便函", "便笺", "(函)", "工作简报", "(通知)", "(章)", "(盖章)", "(公章)", "(代章)", "(印章)", "专用章", "整理", "印发", "制发"} {
		if t := []rune(tail); len(s) > len(t)+2 && string(s[len(s)-len(t):]) == tail {
			end = r.End - len(t)
			break
		}
	}
	if end-r.Start < 3 || !orgLike(norm[r.Start:end]) {
		return text.Range{}, false
	}
	return text.Range{Start: r.Start, End: end}, true
}

// isTable tells a row of a table.
func isTable(line []rune) bool {
	n := bars(line)
	return n >= 2 || n == 1 && len(line) <= 40
}

// bars counts the marks between cells of a row.
func bars(line []rune) (n int) {
	for _, r := range line {
		if r == '|' || r == '│' || r == '┃' {
			n++
		}
	}
	return n
}

// plain tells a line without marks that end or divide sentences.
func plain(line []rune) bool {
	for _, r := range line {
		switch r {
		case '。', ';', ',', '!', '?', ':':
			return false
		}
	}
	return true
}
