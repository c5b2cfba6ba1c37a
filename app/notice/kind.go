package notice

import (
	"yidanqing/app"
	"yidanqing/app/pattern"
)

// kindWord is a wording that speaks for a kind, with its strength: 3 decides where nothing stronger speaks.
type kindWord struct {
	kind   app.Kind
	weight float64
	words  *pattern.Pattern
}

// kindSet and kindWords are set once, at start.
var (
	kindSet   = pattern.NewSet()
	kindWords = compileKinds()
)

func compileKinds() []kindWord {
	var out []kindWord
	for _, k := range kindPatterns {
		p, err := kindSet.Add(k.expr)
		if err != nil {
			panic(err) // the patterns are part of the program
		}
		out = append(out, kindWord{k.kind, k.weight, p})
	}
	return out
}

var kindPatterns = []struct {
	kind   app.Kind
	weight float64
	expr   string
}{
	{app.KindCertificate, 3.5, `(出具|开具|开给|开个|开一?份|开一?张|写个|打个|给.{0,16}开|办理|提供).{0,36}(证明|条子|推荐书|介绍信)([^材文人公的]|$)`},
	{app.KindCertificate, 3.5, `(出具|提交|作出|寄送)[^。]{0,20}(指定意见|推荐函|推荐书|推荐意见|书面意见)[^。]{0,40}(本院|法院|庭)`},
	{app.KindCertificate, 3.5, `(给|出|写|开)(出|开|写)?个?(证明|条子)([^材文人公的]|$)|写(几个字|个字|清楚)[^。]{0,16}盖[^,。]{0,6}章|(帮|代)(忙|我们?)?(先)?写[^。]{0,50}盖[^,。]{0,6}章|写(明|清|一句|几句|两句)[^。]{0,70}(盖|落)[^,。]{0,8}章`},
	{app.KindCertificate, 2, `(证明|条子).{0,14}(盖.{0,3}章|盖章)|签(署|个)?意见.{0,6}盖章`},
	{app.KindCertificate, 3.5, `(出具|作出)[^。]{0,4}《[^》]{0,16}(决定书|意见书|推荐书|确认书|证明书?)》`},
	{app.KindPledge, 3, `(签订?|签署|逐级签|层层签|签好|立|递交|交回|报送|送).{0,24}(责任状|责任书|承诺书|保证书|军令状|保证|承诺)`},
	{app.KindPledge, 3, `(甲方|乙方)[^。]{0,80}(负总责|一票否决|承担责任|签字盖章)|签字盖章[^,。]{0,8}返回`},
	{app.KindPledge, 1, `责任状|军令状|承诺书|保证书`},
	{app.KindApp, 2.5, `(下载|安装|装上|注册|关注“|关注公众|扫码|升级|点赞|转发|投票|参学|打卡签到|签到).{0,24}(app|小程序|公众号|视频号|客户端|平台|软件|系统|推文|链接|视频|每日|票|率|积分|排名|必)`},
	{app.KindApp, 3, `(装|换|升级)(一下|上)?新版|(系统|平台)[^。,]{0,10}换了?(新)?证书`},
	{app.KindApp, 3, `(系统|平台|软件|客户端|小程序|app)[^。]{0,50}(新版|旧版|老版|版本)[^。]{0,60}(升级|升一?下|升到|换成|更新|重装|装)|(登录|登陆|上线|在线)(学习|学|答题)[^。]{0,10}(不少于|每天|每日|[0-9]+分)`},
	{app.KindApp, 2.5, `(装机|安装|注册|激活)(人数|数量|数|量|率)|每(个)?人[^。]{0,6}(装上|装好|下载|实名)`},
	{app.KindApp, 3, `(答题|竞答|闯关|刷题|知识竞赛)[^。]{0,30}([0-9]+人次|[0-9]轮|截图|截屏|积分|排名|排座次)`},
	{app.KindApp, 3, `关注(页|页面|界面)?[^。,]{0,6}截[个一张]?(图|屏)|[0-9]+(个|名)?人[^。,]{0,6}(关注|注册|下载|扫码|投票|点赞)|(装|下|弄)好的?(界面|页面)[^。]{0,8}(拍|截|发)`},
	{app.KindApp, 2.5, `(关注|点赞|转发)“[^”]{2,10}”|新增关注[^。]{0,10}[0-9]+`},
	{app.KindApp, 3, `(平台|系统)[^。]{0,60}(账号|账户)[^。]{0,30}(激活|注册|登录|绑定|停用|停掉|注销)|(激活|注册|登录|绑定)[^。]{0,30}(平台|系统)[^。]{0,10}(账号|账户)|绑定“[^”]{2,10}”`},
	{app.KindApp, 2.5, `(app|小程序|公众号|视频号|客户端|软件|学习强国|大学习|反诈中心|二维码|推文).{0,30}(下载|安装|装上|注册|关注|升级|点赞|转发|投票|上线|签到|参学|学完|推广|激活|使用率|覆盖)`},
	{app.KindApp, 2.5, `(建|拉|组建|建立).{0,14}(微信|钉钉|工作)?群.{0,40}(群主|进群|入群|二维码|每户)|(参学|安装|注册|关注|激活)率|投票(任务|工作|群)|必(赞|转|看)|粉丝.{0,8}[0-9]`},
	{app.KindSecondment, 3, `(抽调|借调|借用).{0,40}(到|去|至|赴|参加).{0,12}(我|县|市|局|指挥部|专班|中心|队|办|公司|项目|组|科)|跟班|脱产|借调|挂职|(抽调|借用).{0,12}(人员|干部).{0,10}(函|通知)`},
	{app.KindSecondment, 3, `(^|请|从|让)[^,。;]{0,12}(调|抽|出)[0-9一二三四五六七八九十两]+(名|个|位)[^,。;]{0,16}(过去|过来|跟班|顶[上一]?|帮(几天|忙)|支援|坐班)|(出|派)[^,。;]{1,20}的?,(跟班|脱产|坐班)`},
	{app.KindSecondment, 3, `(从|跟|向|找)(你|您|贵|咱)(们)?[\p{Han}]{0,6}(要|借|抽|调|派|出)[一两二三0-9]+(个|名|位)?[^,。;]{0,10}(来|去|过来|过去|到我)`},
	{app.KindSecondment, 3, `(想|要|请|叫|让)[^。,]{0,3}(他|她|小[\p{Han}]|老[\p{Han}])(过来|来|去)[^。,]{0,4}帮[^。,]{0,3}(年|个月|阵|段)[^。,]{0,2}忙?`},
	{app.KindSecondment, 3, `关于(选派|抽调|借用|商请选派)[\p{Han}]{0,8}(同志|人员|干部)[^。]{0,24}的?(函|通知)|(支援|派|出|抽)[0-9一二两三]+(名|个|位)[^。,]{0,12}(来|去|过来|过去)[^。,]{0,6}帮`},
	{app.KindSecondment, 3, `把[^,。]{1,30}借(给|到)[^,。]{1,16}(用|帮|[0-9一两三半]+个?(月|年))`},
	{app.KindSecondment, 3, `商(借|调)[^,。]{0,24}(同志|人员|干部)|关于(商借|商调|借用|抽调)[\p{Han}]{0,10}(人员|干部|同志)|借(你|您|贵|咱)[^,。]{0,12}(小|老|个|位|名|人|同志)[^,。]{0,4}(过来|来|去|用|帮|跟)`},
	{app.KindSecondment, 3, `(支援|选派|派|抽|选调|抽调).{0,12}[一二三四五六七八九十两0-9]+(名|个|位).{0,8}(人|民兵|干部|同志|青年|骨干|人员|队员|志愿者).{0,36}(到|去|长期|跟班|工作|值守|装|帮|驻|报到|上车|集合|协助)`},
	{app.KindCampaign, 2.5, `(创建|争创|达标|评选|创评|评创|授牌|命名|示范).{0,24}(活动|申报|推荐|验收|挂牌|示范(镇|村|社区|户|点|街道|乡镇)|名单)`},
	{app.KindCampaign, 2.5, `(申报|推荐|评选|挂牌|争创|创建|命名|报送).{0,24}(示范|达标|最美|星级|先进|文明|卫生|平安|模范|样板|标杆)(.{0,10}(村|镇|社区|家庭|县|户|单位|街道|示范))`},
	{app.KindCampaign, 2.5, `(示范|最美|星级|先进|文明|卫生|平安|模范|样板|标杆|活力)(村|镇|乡|乡镇|社区|家庭|县|户|单位|街道)[”"]?.{0,6}(评选|创建|评定|评比|命名|争创|星级)`},
	{app.KindCampaign, 3, `(森林|美丽|宜居|特色|传统|旅游|和美|生态|绿美)(乡村|村庄|村落|名镇|名村|小镇|村)[^。]{0,8}(评价|认定|推荐|评选|创建|申报)`},
	{app.KindCampaign, 3, `(最美|十佳|星级|示范|样板)[\p{Han}]{2,6}[”"]?[^。]{0,4}(创建|评比|评选|争创)[^。]{0,30}(申报|挂牌|授牌|打分|命名)`},
	{app.KindCampaign, 3, `(命名|达标|认定|创建)(授牌|挂牌|认定|命名|验收)[^。]{0,6}(活动|工作)|[“”\p{Han}]{2,14}(创评|评创|创评选)(活动|工作)|(达标|示范|星级|文明)(挂牌|授牌|竞赛)|授予[^。,]{0,10}(红旗|奖牌|牌匾)|(达标|通过)(认定|验收)[^。]{0,10}(并)?(挂牌|授牌|命名)|[“]?(零|无)[\p{Han}]{2,4}(村|社区|镇|乡镇|企业|单位)[”]?(达标|创建|认定|评选)`},
	{app.KindCampaign, 3, `(申报|推荐|评选|创建|认定|命名)[^。,]{0,8}(国家|省|市|州|县|区)级“?[\p{Han}]{2,6}(村|镇|乡|社区|街道|家庭|单位|企业|学校|园区|庭院)[”]?|(国家|省|市|州|县|区)级“?[\p{Han}]{2,6}(村|镇|乡|社区|街道|家庭)[”]?[^。,]{0,4}(申报|推荐|评选|创建|认定|命名)`},
	{app.KindCampaign, 1.5, `星级评定|分档授牌|评上的授牌|创建标准|创建达标|挂牌达标|评选`},
	{app.KindInspection, 3, `(定于|拟于|将于|计划|下周|本周|明天|[0-9]+(日|号)).{0,40}(开展|进行|组织|到(各|你|我|镇|村|街|社区|柳|现场)|来(各|你|镇|村|街|社区)|赴|对(各|你|全))[^了\n。]{0,30}(考核|评估|督查|督导|检查|考评|验收|调研|走访|抽查|暗访|巡查|评价|观摩|测评|回头看|互评|互看|互查|互检)`},
	{app.KindInspection, 3, `(定于|拟于|将于)[^。,]{0,24}(检查|督查|考核|督导|验收|评估)[\p{Han}]{2,14}(工作|情况)`},
	{app.KindInspection, 2, `(检查|督查|考核|评估|督导|调研)组(每|分[^工]|一行|共)`},
	{app.KindInspection, 3, `((督查|检查|考核|评估|验收|督导|暗访|评价|测评|观摩|调研)(组|团|人员)|(巡查|审计|巡察)(组|团))[^了\n。]{0,20}(到|来|赴|进驻|进点|抽|由)`},
	{app.KindInspection, 3, `(检查|督查|考核|巡查|调研|评估)[^。,]{0,8}(定在|定于|下周|本周|明天|后天|[0-9]+(日|号))[^。]{0,10}(到|来)`},
	{app.KindInspection, 3, `(督查|检查|考核|巡查|评估|督导)[^。]{0,12}(轮到|到你们|排到)`},
	{app.KindInspection, 3, `(按照?|对照|照|用)[^。,]{0,10}(评分表|百分表|打分表|评分细则|考评表|百分制)[^。,]{0,8}打分|打完分|逐(街道|乡镇|镇|村|单位|苏木)(赋分|打分|评分)|(专家|评审|测评)[^。]{0,40}(赋分|打分)|满分[0-9]+`},
	{app.KindInspection, 3, `计划(里|上|内)的?[^。,]{0,14}(督查|检查|评查|评估|考核|抽查|巡查)|(督查|检查|评查|评估|考核|抽查|巡查)[^。]{0,24}(排到|轮到)`},
	{app.KindInspection, 3.5, `派出(审计|巡察|调查)组|(进行|开展|实施)[^。,]{0,12}(就地|离任|经济责任|专项)?审计`},
	{app.KindInspection, 3, `(第三方|专业|调查)(机构|公司)[^。]{0,60}(测评|评估|评价|考评|打分)`},
	{app.KindInspection, 2, `(考核巡查|年中评估|专项督查|年度考核|综合考核|调研评估|调研指导|走访交流|现场考评|评议验收|考评)`},
	{app.KindInspection, 2, `(听取?.{0,8}汇报|查阅.{0,10}(资料|台账|档案)|看.{0,3}[0-9一二三四五]+个点|打分表?|逐项赋分|百分制|抽[0-9]+(户|件)|座谈[0-9]+人|翻系统|查看台账|入户(察看|抽查)|随机抽)`},
	{app.KindInspection, 1.5, `(谁对接|带路|陪同|联络员|迎检|配合检查|做好.{0,6}准备|我们.{0,6}来[0-9一二三四五两]+个?人|一共来|来[0-9一二三两]+个?人)`},
	{app.KindMeeting, 3, `(定于|决定|拟于|拟定于|将于|通知|参加|出席|日|号|点|上午|下午|时|分).{0,24}(召开|举办|举行|开|办).{0,40}(会议?|大会|培训班?|讲座|座谈|大讲堂|现场会|推进会|部署会|动员会|(表彰|颁奖|启动|开幕)(盛典|典礼|仪式)|磋商会|听证会|论坛|例会|调度会)([^计的员场议上后前]|议(的|。|,|$)|$)`},
	{app.KindMeeting, 3, `([0-9]点|:[0-9]{2}|[0-9]时|上午|下午)[^。]{0,24}(会议室|礼堂|报告厅|活动室)[^。]{0,60}(各?来[一两1-9]?个?人|各派[一两1-9]|碰个?头|碰一碰|商量)`},
	{app.KindMeeting, 3, `(会议?|大会|培训班?|讲座|座谈会)(定于|定在|时间)|请[^,。通告动愿]{0,20}(参加|参会|出席).{0,12}(会|培训|。|,|$)|来一(位|名).{0,12}(就行|即可|参加|同志)|来一个(分管|负责|懂|管|熟)`},
	{app.KindMeeting, 3, `(轮训班|培训班|研修班|学习班|读书班|专题班)[^。]{0,40}(开班|报到|为期)|[0-9]+(日|号|点)[^。]{0,20}(开班|报到)[^。]{0,30}(为期|每(村|镇|乡|社区|单位))`},
	{app.KindMeeting, 4.5, `关于(召开|举办)[^。]{2,40}(会|会议|大会|例会|座谈会|培训班)的?(预?通知|邀请?函|函)`},
	{app.KindMeeting, 2, `(参会|(谈话|谈心|洽谈)室|参加人员|参会(人员|范围)|会期|会议(时间|地点)|分会场|会场|视频会|来一(位|名)|坐坐|带上.{0,12}(合同|材料|资料)就行|不用(带|写)(材料|发言))`},
	{app.KindMeeting, 3, `(培训|会议?|座谈|讲座)[,，。].{0,24}(来|派|安排|请)(一|1|两|2|每).{0,3}(名|位)|每.{0,6}(来|派)(一|1|两|2)(名|位)[^。]{0,10}(人|同志|员)[^。]{0,16}(半天|一天|小时|结束)`},
	{app.KindMeeting, 3, `(聊一?聊|碰个?头|坐一?坐|谈一?谈|吐吐?槽)[^\n]{0,40}([0-9]+点|上午|下午|晚上)|([0-9]+点|上午|下午)[^\n]{0,40}(聊一?聊|碰个?头|谈一?谈|坐一?坐|吐吐?槽)`},
	{app.KindMeeting, 2, `(党委书记|镇长|书记|主任|分管|人员|同志|干部|委员)[^。]{0,24}(参加|参会|到会|收看)`},
	{app.KindMeeting, 2, `(不准|不得|不许)(请假|替会)|分会场(收看|参加)`},
	{app.KindForm, 3, `(填报|报送|填写|上报|报|更新|提交|统计|填入|填|急要|要个|汇总).{0,40}(统计表|一览表|汇总表|旬报表?|月报表?|周报表?|日报表?|数据|信息表?|附表|表格|台账|名单|报表|明细|情况表|底数|个数|名册|一表通|目录|登记表|花名册|清册)`},
	{app.KindForm, 3, `(一览表|(旬|月|周|日)报表|一表通|目录(内|项)|填报(单位|要求)|填表(人|说明)|(?:^|[^见如的])附表(?:[^:。)分名下所]|$)|附件表格|按附件表格|模板在)`},
	{app.KindForm, 3, `(调查|情况|统计|摸底|普查|信息|登记|采集|一览|汇总)表[\n(][^\n]{0,60}(报|填报|填写|填表)`},
	{app.KindForm, 3, `(急?[需要]|填|做|出|弄|回|拉|列|整|造|搞)(一|1|两)?(张|份|个)[^,。:]{0,8}(表|清册|花名册)(?:[^达示态扬彰面]|$)`},
	{app.KindForm, 3, `(填|填到|填进|写进|录进)[^,。]{0,10}(那|这|共享|在线|群文件)[^,。]{0,6}表|一(人|户|家|村)一行`},
	{app.KindForm, 4, `(统计|报|填|摸|登记)[^。]{0,30}(姓名、|、身份证号)|(报|报送|填|登记|统计):[^。;:]{2,16}(、[^。;、]{2,14}){3}`},
	{app.KindForm, 3, `一张表”?(目录)?[^。]{0,30}(更新|提交|填报|录入|补录)|(登录|登陆|进)[^。]{0,6}(一张表|一表通)[^。]{0,50}(提交|填|报|更新|录)`},
	{app.KindForm, 3, `(平台|系统|直报)[^。,]{0,8}(导入|导一下|导上|直报|报出)|联网直报|按照?《?[^。》]{0,10}目录》?[^。]{0,30}(填|报|导|更新|提交)`},
	{app.KindForm, 3, `填\(附表\)|(填入|填进|填在|填到)[^。,]{0,8}(附件|附表|表格|excel)|(统计|摸一?下|摸清)[^。,]{0,30}的?[^。、,]{2,10}(、[^。、,]{2,10}){3}`},
	{app.KindForm, 3, `(列表|列成表|列个表|造册|列单子|制表|制成表|(汇总|整理|归集)(成|一张|为)[^,。]{0,4}(表|excel))[^,。]{0,8}(报|发|送|给)|将[^。]{0,20}姓名、|(提供|报)[^。]{0,80}等?[0-9]+项(情况|数据|指标|信息|内容)`},
	{app.KindForm, 3, `请[^,。]{0,24}前将[^,。]{0,14}(灾|险|疫|火|汛|旱)[^,。]{0,4}情况(上报|报送)`},
	{app.KindForm, 3, `[\p{Han}]{2,10}表”?(\([^)]{0,60}\))?[^,。]{0,4}(在|到|进|登录|通过)[^,。]{1,14}(里|上|中|内|平台|系统)?(更新|填一?下|填好|提交|填报|补填)`},
	{app.KindForm, 2, `(统计|摸|报|问|填).{0,30}(多少|几个|几户|几人|各几|各多少)`},
	{app.KindForm, 2, `(各(多少|几)|多少(人|户|个|家|亩)|几个.{0,10}(点|人|家)|列名单|身份证号|逐人填|有几)`},
}

// medical are checks of bodies and machines: they check no office.
var medical = pattern.MustCompile(`(免费|健康|身体|妇科|两癌|义务|定期)(检查|体检|年检|筛查)|(逐户|挨户|上门|挨家)(检查|安检|检修|维修|查看)|体检|年检|届时[^,。]{0,6}验收|(巡查|检查|督查|考核|评估)(系统|平台|软件|小程序|app|员)`)

// ownMeeting are meetings that the office is to hold with its people: work, no call to attend.
var ownMeeting = pattern.MustCompile(`每个?(村|社区|组|屯)[^,。]{0,6}召?开[^,。]{0,24}会(议|$|[^议场])?|(协助|组织|指导|帮助|配合|分别|逐村|分村|在[^,。]{0,10}村|到[^,。]{0,6}村)[^,。]{0,14}(召?开|举办|举行)[^,。]{0,24}会(议|$|[^议场])?|(通过|采取|以|用)[^,。]{0,24}(召?开|举办)[^,。]{0,14}会(议)?(等)?(形式|方式|办法)?`)

// noMeeting are words with the sign of a meeting (会) or of its opening (开) in them that speak of none.
var noMeeting = pattern.MustCompile(`(村民|居民|业主|管理|调解)?委员会|[居村](民)?委会|协会|联合会|社会|理事会|工会|商会|基金会|[开展]展|公开|开始|开放|开工|离开|分开|展会|招聘会|晚会|展销会|庙会|运动会|音乐会|联欢会|推介会`)

// entryForm is the paper by which somebody applies: no data to be collected.
var entryForm = pattern.MustCompile(`(申报|申请|推荐|报名|审批|审核|签到)表`)

// onTheSpot is somebody sent to help where the issuer's people are at work: no loan.
var onTheSpot = pattern.MustCompile(`(派|安排)[^。,]{0,8}(村干部|网格员|护林员|民警|同志|人员?|向导)[^。,]{0,6}((帮助|协助|配合|帮着)(维持|维护|带路|指认|做|联系|劝|核对|看护|辨认)|到场|见证|带路|指认|领路|指路)`)

// enters are words by which the office is to take part in a campaign.
var enters = pattern.MustCompile(`推荐|申报|参评|参选|争创|创建`)

// KindOf weighs the words of a demand and of its title. The kind follows what the office must do: work to be done is a
// task unless the words for another kind are strong.
//
// live is what is demanded of the office, visit what the issuer says that it will do itself or leaves open: a visit that
// checks the office shows there.
func KindOf(live, visit, title string) (app.Kind, map[app.Kind]float64) {
	score := map[app.Kind]float64{}
	visit = medical.ReplaceAllString(visit, "")
	live, title = onTheSpot.ReplaceAllString(ownMeeting.ReplaceAllString(live, ""), ""), ownMeeting.ReplaceAllString(title, "")
	// What a campaign is stands in what the issuer announces; that it is asked for, in what the office is to send.
	inLive, inVisit, inTitle := kindSet.In([]rune(live)), kindSet.In([]rune(visit)), kindSet.In([]rune(title))
	both, inBoth, entered := "", inLive, enters.MatchString(live)
	if entered {
		both = visit + "\n" + live
		inBoth = kindSet.In([]rune(both))
	}
	forms, inForms := entryForm.ReplaceAllString(live, ""), inLive
	if len(forms) < len(live) {
		inForms = kindSet.In([]rune(forms))
	}
	meetings := noMeeting.ReplaceAllString(live, "")
	for _, k := range kindWords {
		words, seen := live, inLive
		switch {
		case k.kind == app.KindInspection:
			words, seen = visit, inVisit
		case k.kind == app.KindForm:
			words, seen = forms, inForms
		case k.kind == app.KindMeeting:
			words = meetings
		case k.kind == app.KindCampaign && entered:
			words, seen = both, inBoth
		}
		if k.words.Possible(seen) && k.words.MatchString(words) {
			score[k.kind] += k.weight
		}
		if k.words.Possible(inTitle) && k.words.MatchString(title) {
			score[k.kind] += k.weight * 0.7
		}
	}
	best, top := app.KindTask, 2.9
	for _, k := range []app.Kind{app.KindCertificate, app.KindPledge, app.KindSecondment, app.KindApp, app.KindMeeting,
		app.KindInspection, app.KindCampaign, app.KindForm} {
		if score[k] > top {
			best, top = k, score[k]
		}
	}
	return best, score
}
