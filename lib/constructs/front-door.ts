import { RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionCode,
  FunctionEventType,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  Function as ViewerFunction,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DeskSettings } from '../../schemas/settings.ts';
import { acknowledge } from './acknowledge.ts';
import { type PolicySources, securityHeaders } from './security-headers.ts';

/** Screens ask for paths without an ending; the app answers all of them but the public form's page. */
const rewritePaths = `
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (request.uri === '/request') request.uri = '/request.html';
  else if (last.indexOf('.') < 0) request.uri = '/index.html';
  return request;
}
`.trim();

export type FrontDoorProps = {
  settings: DeskSettings;
  /** Host of the HTTP API. */
  apiDomain: string;
  /** Origins beside its own that the screens talk to. */
  sources: PolicySources;
};

/**
 * The one address people see: screens from a bucket, everything else from the HTTP API, so that the browser
 * needs no permission to cross origins.
 */
export class FrontDoor extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  /** `https://…` without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Screens', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Made of the build and nothing else: the deployment empties it on the way out.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.bucket, {
      'AwsSolutions-S1': 'Holds the public screens; only CloudFront reads it.',
    });
    const web = props.settings.web;
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `${props.settings.name} (${props.settings.stage})`,
      ...(web && {
        domainNames: [web.host],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', web.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      defaultBehavior: this.#screens(props.sources),
    });
    this.url = `https://${web?.host ?? this.distribution.distributionDomainName}`;
    this.#toApi(props.apiDomain);
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Customers and agents write from anywhere.',
      'AwsSolutions-CFR2':
        'A web ACL costs more than an idle desk; the API throttles per route, and one can be attached by its ARN.',
      'AwsSolutions-CFR3':
        'Every request to the API is in its access log; requests for public screens are not worth a bucket.',
      'AwsSolutions-CFR4':
        'CloudFront’s own certificate fixes the protocol; with `web` in the settings TLS 1.2 is the least.',
    });
  }
  #screens(sources: PolicySources): BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: securityHeaders(this, sources),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new ViewerFunction(this, 'RewritePaths', {
            code: FunctionCode.fromInline(rewritePaths),
          }),
        },
      ],
    };
  }

  /** Nothing of the API is cached, and it hears everything but the host, which must be its own. */
  #toApi(apiDomain: string): void {
    const origin = new HttpOrigin(apiDomain);
    for (const pattern of ['/api/*', '/portal/*', '/hooks/*']) {
      this.distribution.addBehavior(pattern, origin, {
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      });
    }
  }
}
